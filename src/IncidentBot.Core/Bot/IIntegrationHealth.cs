namespace IncidentBot.Core.Bot;

/// <summary>Whether something outside of the chats, such as a tracker or a receiver of webhooks, works. One that does not is told of and blocks nothing.</summary>
public interface IIntegrationHealth
{
    /// <summary>As it is shown, e.g. <c>webhooks</c>.</summary>
    string Name { get; }

    /// <summary>Null: nothing is known against it.</summary>
    string? Fault { get; }
}
