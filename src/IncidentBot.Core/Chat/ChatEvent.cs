using System.Text.Json.Serialization;
using IncidentBot.Core.Tickets;

namespace IncidentBot.Core.Chat;

/// <summary>What people did in a chat, in neutral words. Each adapter translates its deliveries to these.</summary>
/// <param name="At">The platform's time of what happened, never the time of arrival.</param>
/// <param name="By">Who did it.</param>
/// <param name="Place">Where. For a message in a thread, the thread.</param>
/// <remarks>Texts are what people see: mentions stand as <c>@Name</c>, platform markup is already plain.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MessagePosted), "posted")]
[JsonDerivedType(typeof(MessageEdited), "edited")]
[JsonDerivedType(typeof(MessageDeleted), "deleted")]
[JsonDerivedType(typeof(HighlightSet), "highlight")]
[JsonDerivedType(typeof(CommandGiven), "command")]
[JsonDerivedType(typeof(ButtonPressed), "button")]
[JsonDerivedType(typeof(FormSubmitted), "form")]
[JsonDerivedType(typeof(RoomOpened), "room-opened")]
[JsonDerivedType(typeof(RoomNotOpened), "room-not-opened")]
[JsonDerivedType(typeof(RoomGone), "room-gone")]
[JsonDerivedType(typeof(RoomRenamed), "room-renamed")]
[JsonDerivedType(typeof(RoomMoved), "room-moved")]
[JsonDerivedType(typeof(MessageChosen), "message-chosen")]
[JsonDerivedType(typeof(HomeOpened), "home-opened")]
[JsonDerivedType(typeof(RoomHeardPartly), "heard-partly")]
[JsonDerivedType(typeof(PersonNotReached), "not-reached")]
[JsonDerivedType(typeof(PersonCame), "came")]
[JsonDerivedType(typeof(PersonLeft), "left")]
[JsonDerivedType(typeof(TicketOpened), "ticket-opened")]
[JsonDerivedType(typeof(TicketNotOpened), "ticket-not-opened")]
[JsonDerivedType(typeof(TicketMoved), "ticket-moved")]
[JsonDerivedType(typeof(TicketNotMoved), "ticket-not-moved")]
[JsonDerivedType(typeof(TicketNotRetitled), "ticket-not-retitled")]
[JsonDerivedType(typeof(TicketChanged), "ticket-changed")]
[JsonDerivedType(typeof(Slos.Measuring.SloMeasured), "slo-measured")]
[JsonDerivedType(typeof(Slos.Measuring.SloNotMeasured), "slo-not-measured")]
[JsonDerivedType(typeof(Alerts.AlertsHeard), "alerts-heard")]
public abstract record ChatEvent(DateTimeOffset At, Person By, Place Place)
{
    /// <summary>The name of the place's channel, where the platform tells it.</summary>
    public string? PlaceName { get; init; }
}

/// <summary>A message, a thread reply or a file post. The bot's own messages are not events.</summary>
public sealed record MessagePosted(DateTimeOffset At, Person By, Place Place, MessageRef Message, string Text) : ChatEvent(At, By, Place)
{
    public IReadOnlyList<FileLink> Files { get; init; } = [];

    /// <summary>The people that the text mentions, in the order in which they stand.</summary>
    public IReadOnlyList<Person> Mentions { get; init; } = [];

    /// <summary>What was said to the bot: the text without the bot's own mention; null when it does not speak to the bot by a mention.</summary>
    public string? ToBot { get; init; }

    /// <summary>Read from the platform's history after the fact, not heard as it was said.</summary>
    public bool FromHistory { get; init; }
}

/// <summary>A message's text was changed. <c>At</c> is when it was edited; it may arrive before the message itself.</summary>
/// <param name="PostedAt">When the message was first posted.</param>
public sealed record MessageEdited(DateTimeOffset At, Person By, Place Place, MessageRef Message, string Text, DateTimeOffset PostedAt) : ChatEvent(At, By, Place)
{
    /// <summary>The message had been deleted and is brought back with this text.</summary>
    public bool Restores { get; init; }

    public IReadOnlyList<Person> Mentions { get; init; } = [];

    /// <inheritdoc cref="MessagePosted.ToBot" />
    public string? ToBot { get; init; }
}

/// <summary>A message was deleted. It may arrive before the message itself.</summary>
/// <param name="PostedAt">When the message was first posted.</param>
public sealed record MessageDeleted(DateTimeOffset At, Person By, Place Place, MessageRef Message, DateTimeOffset PostedAt) : ChatEvent(At, By, Place);

/// <summary>A 📌 reaction or a pin was added to a message, or taken away.</summary>
/// <param name="How"><c>reaction</c>, <c>pin</c>, or <c>menu</c> for an action chosen in the message's menu; they count apart, so that taking one away leaves the others.</param>
public sealed record HighlightSet(DateTimeOffset At, Person By, Place Place, MessageRef Message, string How, bool On) : ChatEvent(At, By, Place);

/// <summary>A command, e.g. <c>start checkout is failing sev2</c>: the text after <c>/incident</c> or the bot's name.</summary>
public sealed record CommandGiven(DateTimeOffset At, Person By, Place Place, string Text) : ChatEvent(At, By, Place)
{
    public IReadOnlyList<Person> Mentions { get; init; } = [];

    /// <summary>The message that gives it, where one does by mentioning the bot; it comes as <see cref="MessagePosted"/> too.</summary>
    public MessageRef? Message { get; init; }
}

/// <summary>A button of a card was pressed.</summary>
/// <param name="Action">The button's constant id, e.g. <c>postmortem.skip</c>.</param>
/// <param name="Value">What the card put into the button, e.g. <c>INC-42</c>.</param>
public sealed record ButtonPressed(DateTimeOffset At, Person By, Place Place, MessageRef? Message, string Action, string Value) : ChatEvent(At, By, Place);

/// <summary>A form was submitted; its fields have already passed the form's check.</summary>
/// <param name="Form">The form's constant id, e.g. <c>incident.declare</c>.</param>
/// <param name="Context">What the form was opened with, e.g. <c>INC-42</c>.</param>
public sealed record FormSubmitted(DateTimeOffset At, Person By, Place Place, string Form, string Context, IReadOnlyDictionary<string, string> Values) : ChatEvent(At, By, Place)
{
    /// <summary>The people chosen in person fields, by field id.</summary>
    public IReadOnlyDictionary<string, Person> People { get; init; } = new Dictionary<string, Person>();
}

/// <summary>The room that the bot asked for with <see cref="OpenRoom"/> exists now.</summary>
/// <param name="Key">The request's key.</param>
public sealed record RoomOpened(DateTimeOffset At, Person By, Place Place, string Key, string Name, IReadOnlyList<PersonRef> Members) : ChatEvent(At, By, Place);

/// <summary>The room that the bot asked for with <see cref="OpenRoom"/> will not be opened. <c>Place</c> is where it was asked for.</summary>
/// <param name="Key">The request's key.</param>
/// <param name="Reason">The platform's.</param>
public sealed record RoomNotOpened(DateTimeOffset At, Person By, Place Place, string Key, string Reason) : ChatEvent(At, By, Place);

/// <summary>The platform lets the bot hear only what is said to it in this place. <c>By</c> is who spoke there.</summary>
public sealed record RoomHeardPartly(DateTimeOffset At, Person By, Place Place) : ChatEvent(At, By, Place);

/// <summary>The room was deleted or archived: nothing can be said there any more. A place without a thread: the channel with all its threads.</summary>
public sealed record RoomGone(DateTimeOffset At, Person By, Place Place) : ChatEvent(At, By, Place);

/// <summary>The room has another name now.</summary>
public sealed record RoomRenamed(DateTimeOffset At, Person By, Place Place, string Name) : ChatEvent(At, By, Place);

/// <summary>The platform gave the room another id. <c>Place</c> is the old one.</summary>
public sealed record RoomMoved(DateTimeOffset At, Person By, Place Place, Place To) : ChatEvent(At, By, Place);

/// <summary>An action was chosen in the menu of somebody's message.</summary>
/// <param name="Action">The action's constant id.</param>
/// <param name="Author">Who wrote the message.</param>
public sealed record MessageChosen(DateTimeOffset At, Person By, Place Place, MessageRef Message, string Action, string Text, Person Author, DateTimeOffset PostedAt) : ChatEvent(At, By, Place);

/// <summary>A person opened the bot's own page.</summary>
public sealed record HomeOpened(DateTimeOffset At, Person By, Place Place) : ChatEvent(At, By, Place);

/// <summary>What was to be said to this person directly cannot be: the platform refuses it for good, for example because they have left. <c>Place</c> names the person, not a conversation.</summary>
/// <param name="Reason">The platform's.</param>
public sealed record PersonNotReached(DateTimeOffset At, Person By, Place Place, string Reason) : ChatEvent(At, By, Place);

/// <summary>A person joined the room.</summary>
public sealed record PersonCame(DateTimeOffset At, Person By, Place Place) : ChatEvent(At, By, Place);

/// <summary>A person left the room.</summary>
public sealed record PersonLeft(DateTimeOffset At, Person By, Place Place) : ChatEvent(At, By, Place);
