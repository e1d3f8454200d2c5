using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>Records with one thing changed. Unchanged, they are the same record.</summary>
public static class Changes
{
    public static WebMessage WithReaction(this WebMessage message, string person, string emoji, bool on)
    {
        var known = message.Reactions.FirstOrDefault(reaction => reaction.Emoji == emoji);
        if ((known?.By.Contains(person) ?? false) == on) return message;
        if (known is null) return message with { Reactions = [.. message.Reactions, new(emoji, [person])] };
        var changed = known with { By = on ? [.. known.By, person] : [.. known.By.Where(other => other != person)] };
        return message with { Reactions = [.. message.Reactions.Select(reaction => reaction == known ? changed : reaction).Where(reaction => reaction.By.Count > 0)] };
    }

    public static WebMessage WithPin(this WebMessage message, string person, bool on) => message.PinnedBy.Contains(person) == on
        ? message
        : message with { PinnedBy = on ? [.. message.PinnedBy, person] : [.. message.PinnedBy.Where(other => other != person)] };

    /// <summary>A thread's first message, knowing of one reply more.</summary>
    public static WebMessage WithReply(this WebMessage head, WebMessage reply) => head with
    {
        Replies = new((head.Replies?.Count ?? 0) + 1, reply.PostedAt, [.. (head.Replies?.By ?? []).Append(reply.Author).Distinct()]),
    };

    public static WebChannel WithPinned(this WebChannel channel, WebMessage message) => channel.Pinned.Contains(message.Id) == (message.PinnedBy.Count > 0)
        ? channel
        : channel with { Pinned = message.PinnedBy.Count > 0 ? [message.Id, .. channel.Pinned] : [.. channel.Pinned.Where(other => other != message.Id)] };

    /// <summary>The bot hears public channels, and private ones that it is in.</summary>
    public static bool HeardByBot(this WebChannel channel, Workspace workspace) =>
        channel is { Private: false, Direct: false } || channel.Members.Any(member => workspace.Person(member) is { IsBot: true });

    public static bool VisibleTo(this WebChannel channel, string person) => !channel.Deleted && (channel is { Private: false, Direct: false } || channel.Members.Contains(person));

    public static bool VisibleTo(this WebMessage message, string person) => message.VisibleTo is null || message.VisibleTo == person;
}
