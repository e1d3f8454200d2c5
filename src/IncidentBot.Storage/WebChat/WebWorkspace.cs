using System.Globalization;
using IncidentBot.Core.Chat;

namespace IncidentBot.Storage.WebChat;

/// <summary>A person of the browser chat whom one can speak as. The bot is one of them.</summary>
/// <param name="TimeZone">IANA id.</param>
public sealed record WebPerson(string Id, string Name, string TimeZone, bool IsBot = false);

/// <summary>A channel, or the direct conversation of two people.</summary>
public sealed record WebChannel
{
    public required string Id { get; init; }

    /// <summary>Without the <c>#</c>; for a direct conversation empty.</summary>
    public required string Name { get; init; }

    public string Topic { get; init; } = "";

    /// <summary>Seen by its members only.</summary>
    public bool Private { get; init; }

    public bool Direct { get; init; }

    public IReadOnlyList<string> Members { get; init; } = [];

    public bool Deleted { get; init; }

    /// <summary>Ids of pinned messages, the last pinned first.</summary>
    public IReadOnlyList<string> Pinned { get; init; } = [];

    /// <summary>The key of the request that opened it, so that a repeated request finds it.</summary>
    public string? Key { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A message as the browser chat shows it: a person's text or a card of the bot.</summary>
public sealed record WebMessage
{
    public required string Channel { get; init; }

    /// <summary>Unique in the channel; ordinal order is the order of posting.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the thread's first message, for replies.</summary>
    public string? Thread { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    public string Text { get; init; } = "";

    public Card? Card { get; init; }

    public IReadOnlyList<WebFile> Files { get; init; } = [];

    public IReadOnlyList<WebReaction> Reactions { get; init; } = [];

    public IReadOnlyList<string> PinnedBy { get; init; } = [];

    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>What stands in the thread under it; null: nothing yet.</summary>
    public WebThread? Replies { get; init; }

    /// <summary>A line of the workspace itself, such as "joined"; nobody said it.</summary>
    public bool Notice { get; init; }

    public bool Deleted { get; init; }

    /// <summary>Only this person sees it.</summary>
    public string? VisibleTo { get; init; }

    /// <summary>The key of the saying that posted it, so that a repeat finds it.</summary>
    public string? Key { get; init; }

    /// <summary>Ordinal order over a channel is the order of posting.</summary>
    public string SortKey => $"{Channel}|{Id}";

    /// <summary>An id whose ordinal order is that of time, and unique by a running number.</summary>
    public static string NewId(DateTimeOffset at, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds():D14}.{number:D6}");
}

/// <param name="Content">Id of the stored content.</param>
public sealed record WebFile(string Name, string Content, long Bytes)
{
    /// <summary>Describes the picture that it is, a PNG of the bot; null: it is a file to download.</summary>
    public string? AltText { get; init; }
}

/// <summary>What a thread's first message shows of it.</summary>
/// <param name="By">Who replied, in the order of their first reply.</param>
public sealed record WebThread(int Count, DateTimeOffset LastAt, IReadOnlyList<string> By);

public sealed record WebReaction(string Emoji, IReadOnlyList<string> By);
