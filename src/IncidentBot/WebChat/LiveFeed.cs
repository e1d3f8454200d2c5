using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>Tells every open page what was saved, as it is saved. In process: there is one.</summary>
public sealed class LiveFeed
{
    /// <summary>Listeners only take note; they run on the writer's thread.</summary>
    public event Action<WebChange>? Changed;

    public void Tell(WebChange change) => Changed?.Invoke(change);
}
