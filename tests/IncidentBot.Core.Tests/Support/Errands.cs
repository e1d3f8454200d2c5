using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Tests.Support;

/// <summary>Does errands of one kind by writing them down.</summary>
public sealed class Errands<T> : IOutlet where T : Errand
{
    public List<T> Done { get; } = [];

    public bool Does(Errand errand) => errand is T;

    public Task<ChatEvent?> DoAsync(Errand errand, SayingKey key, CancellationToken ct)
    {
        Done.Add((T)errand);
        return Task.FromResult<ChatEvent?>(null);
    }
}
