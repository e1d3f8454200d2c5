using System.Text.Json.Serialization;
using IncidentBot.Core.Slos.Charts;
using IncidentBot.Core.Tickets;

namespace IncidentBot.Core.Chat;

/// <summary>Something to be said or done in a chat: decided now, stored with the commit, delivered by the outbox.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "say")]
[JsonDerivedType(typeof(Say), "card")]
[JsonDerivedType(typeof(Whisper), "whisper")]
[JsonDerivedType(typeof(SayDirectly), "direct")]
[JsonDerivedType(typeof(React), "react")]
[JsonDerivedType(typeof(Upload), "upload")]
[JsonDerivedType(typeof(PostImage), "image")]
[JsonDerivedType(typeof(OpenRoom), "open-room")]
[JsonDerivedType(typeof(Invite), "invite")]
[JsonDerivedType(typeof(SetTopic), "topic")]
[JsonDerivedType(typeof(ShowHome), "home")]
[JsonDerivedType(typeof(OpenTicket), "open-ticket")]
[JsonDerivedType(typeof(MoveTicket), "move-ticket")]
[JsonDerivedType(typeof(RetitleTicket), "retitle-ticket")]
[JsonDerivedType(typeof(Slos.Measuring.MeasureSlo), "measure-slo")]
[JsonDerivedType(typeof(Webhooks.CallWebhook), "webhook")]
[JsonDerivedType(typeof(Exports.Folder.SaveToFolder), "export-folder")]
public abstract record Saying
{
    /// <summary>Sayings of one order key are delivered in the order in which they were decided; one that must wait holds up those behind it.</summary>
    /// <remarks>So what may come a little late (reactions, invitations, the head of a room) stands in lines of its own beside what is said there.</remarks>
    [JsonIgnore]
    public abstract string OrderKey { get; }

    [JsonIgnore]
    public abstract string Workspace { get; }
}

/// <summary>Post a card.</summary>
/// <param name="Key">A stable name of the card, e.g. <c>incident:local/INC-42</c>: saying it again updates the message that stands. Null: always a new message.</param>
public sealed record Say(Place To, Card Card, string? Key = null) : Saying
{
    /// <summary>Post into the thread under the card of this key, which was said before. Where that card does not stand, top level.</summary>
    public string? Under { get; init; }

    /// <summary>The way to another card, said at the end of this one.</summary>
    public CardLink? Link { get; init; }

    /// <summary>Keep the message at hand in its channel (a pin), where the platform can.</summary>
    public bool Pin { get; init; }

    /// <summary>Only update: when no message of this key stands, say nothing.</summary>
    public bool OnlyUpdate { get; init; }

    public override string OrderKey => To.Channel.ToString();

    public override string Workspace => To.Channel.Workspace;
}

/// <summary>A link to the message of a card, made when it is said; none where that card does not stand, or the platform has no links.</summary>
/// <param name="Key">The other card's.</param>
public sealed record CardLink(string Key, string Label);

/// <summary>Say it to one person in a place, seen by nobody else. Best effort by nature: never the only copy of anything.</summary>
public sealed record Whisper(Place To, PersonRef Person, Card Card) : Saying
{
    public override string OrderKey => To.Channel.ToString();

    public override string Workspace => To.Channel.Workspace;
}

/// <summary>Say it in the direct conversation with one person.</summary>
public sealed record SayDirectly(PersonRef Person, Card Card, string? Key = null) : Saying
{
    public override string OrderKey => $"person:{Person}";

    public override string Workspace => Person.Workspace;
}

/// <summary>Acknowledge a message with a reaction.</summary>
/// <param name="Emoji">The emoji itself, e.g. ✅; adapters translate it to their names.</param>
public sealed record React(MessageRef Message, string Emoji) : Saying
{
    public override string OrderKey => $"react:{Message.Channel}";

    public override string Workspace => Message.Channel.Workspace;
}

/// <summary>Post a text file.</summary>
public sealed record Upload(Place To, string FileName, string Content, RichText Comment) : Saying
{
    /// <summary>As in <see cref="Say.Under"/>.</summary>
    public string? Under { get; init; }

    public override string OrderKey => To.Channel.ToString();

    public override string Workspace => To.Channel.Workspace;
}

/// <summary>Post a chart as a picture, drawn when it is delivered; in words where it cannot be drawn, or shown.</summary>
public sealed record PostImage(Place To, BudgetChart Chart, RichText Comment) : Saying
{
    /// <summary>As in <see cref="Say.Under"/>.</summary>
    public string? Under { get; init; }

    public override string OrderKey => To.Channel.ToString();

    public override string Workspace => To.Channel.Workspace;
}

/// <summary>Open a room; answered by <see cref="RoomOpened"/> or <see cref="RoomNotOpened"/> with the same key. Repeating it opens no second one.</summary>
/// <param name="Name">The wished name, e.g. <c>inc-42-checkout-is-failing</c>; the platform may change it.</param>
public sealed record OpenRoom(string Key, Place From, string Name, string Topic, bool Private, Person AskedBy, IReadOnlyList<PersonRef> Invite) : Saying
{
    /// <summary>What the room is for, in a sentence that no other room has: by it, a room that an earlier try opened is known again.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The card that heads the room where a room is a thread; its message then stands under the card's key.</summary>
    public Say? Head { get; init; }

    public override string OrderKey => $"open:{Key}";

    public override string Workspace => From.Channel.Workspace;
}

/// <summary>Ask people into a room.</summary>
public sealed record Invite(Place Room, IReadOnlyList<PersonRef> People) : Saying
{
    public override string OrderKey => $"invite:{Room.Channel}";

    public override string Workspace => Room.Channel.Workspace;
}

/// <summary>Set the line at the head of a room.</summary>
public sealed record SetTopic(Place Room, string Topic) : Saying
{
    public override string OrderKey => $"topic:{Room.Channel}";

    public override string Workspace => Room.Channel.Workspace;
}

/// <summary>Show a card on the bot's own page for a person.</summary>
public sealed record ShowHome(PersonRef Person, Card Card) : Saying
{
    public override string OrderKey => $"home:{Person}";

    public override string Workspace => Person.Workspace;
}
