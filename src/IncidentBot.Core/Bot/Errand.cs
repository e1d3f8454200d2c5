using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Bot;

/// <summary>Something to be done outside of every chat: open a ticket, call a webhook, write a file. Decided, stored and delivered as a <see cref="Saying"/> is.</summary>
public abstract record Errand(string In) : Saying
{
    public override string Workspace => In;

    /// <summary>What the bot is told when it will never be done; null: the log and <c>/health/ready</c> are enough.</summary>
    public virtual ChatEvent? NotDone(DateTimeOffset at, string why) => null;
}

/// <summary>Does errands of one kind. One that fails never holds up what is said in chats.</summary>
/// <remarks>Throws <see cref="ChatException"/> for what fails or is refused, as <see cref="IChat"/> does; the outbox catches it, once, and tries again where that is worth it.</remarks>
public interface IOutlet
{
    bool Does(Errand errand);

    /// <param name="key">The same on every try. What may have been done by an earlier one, which it tells, is looked for first.</param>
    /// <returns>What the bot is told of it; null: nothing.</returns>
    Task<ChatEvent?> DoAsync(Errand errand, SayingKey key, CancellationToken ct);
}
