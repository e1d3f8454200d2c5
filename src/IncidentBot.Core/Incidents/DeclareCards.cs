using System.Globalization;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>What is said around declaring an incident.</summary>
public static class DeclareCards
{
    public const string TitleMissing = "Give it a title in a few words, such as: checkout is failing.";

    public const string ServiceWithoutName = "service: needs a name right after the colon, such as service:checkout.";

    public static string TitleTooLong(int length) =>
        $"A title or name can have at most {IncidentTitle.MostCharacters} characters; this one has {length.ToString("N0", Times.Words.Culture)}. Keep it to one line; the rest can follow as a message.";

    public static string NoSuchSeverity(string word) => $"There is no severity “{Excerpt.Of(word, 20)}”. It is one of sev1 (worst) to sev5.";

    public static string TwoSeverities(Severity first, Severity second) => $"That names two severities, {first.Label()} and {second.Label()}. Give one.";

    public static Card RoomIs(Incident incident, Place room) => Card.Of(RichText.Of(
        $"{RichText.Bold(incident.Id.Label)} is declared as {incident.Severity.Label()}: {incident.Title}. Its room is {RichText.Room(room, incident.RoomName)}."));

    public static Card NoRoom(Incident incident, string reason, string prefix) => Card.Of(RichText.Of(
        $"{RichText.Bold(incident.Id.Label)} is declared as {incident.Severity.Label()}: {incident.Title}. No room could be opened for it ({reason}). To work on it in a channel, say there: {RichText.Code($"{prefix} start here {incident.Id.Label}")}"));

    /// <summary>Unlike any other room's: numbers may begin again in a new database, the moment of the declaration does not come again.</summary>
    public static string Purpose(Incident incident) => string.Create(CultureInfo.InvariantCulture, $"Incident room of {incident.Id.Label}, declared by {incident.DeclaredBy.Name} at {incident.DeclaredAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    /// <param name="kind">What a room is where it was said.</param>
    public static RichText RoomTaken(Incident open, RoomKind kind, string prefix) => kind switch
    {
        RoomKind.Channel => RichText.Of($"This room already works on {open.Id.Label}, {open.Title}. Resolve that first, or give the new one a room of its own: {RichText.Code($"{prefix} start TITLE")}"),
        RoomKind.Thread => RichText.Of($"This thread already works on {open.Id.Label}, {open.Title}. Resolve that first, or give the new one a thread of its own: {RichText.Code($"{prefix} start TITLE")}"),
        RoomKind.Chat or RoomKind.None => RichText.Of($"This chat already works on {open.Id.Label}, {open.Title}. Resolve that first, or start the new one in a team's channel or another chat: {RichText.Code($"{prefix} start TITLE")}"),
    };

    /// <summary>In a conversation that can be no room.</summary>
    public static RichText NoRoomHere(string prefix) => RichText.Of(
        $"An incident needs a place where its people can talk. Start it in a team's channel or a group chat that I am in: {RichText.Code($"{prefix} start TITLE")}");

    public static RichText ExistsAlready(Incident incident, string prefix) => RichText.Of(
        $"{incident.Id.Label} exists already. To see it: {RichText.Code($"{prefix} status {incident.Id.Label}")}. If its room is gone, go on in this one: {RichText.Code($"{prefix} start here {incident.Id.Label}")}");

    public static RichText NoSuchIncident(string label) => RichText.Of($"There is no incident {label} that you can see.");

    public static RichText HasItsRoom(Incident incident, Place room) => RichText.Of($"{incident.Id.Label} has a room already: {RichText.Room(room, incident.RoomName)}");

    public static string EntryDeclared(Incident incident) => $"Declared as {incident.Severity.Label()}{(incident.SeverityAssumed ? " (assumed)" : "")}: {incident.Title}";

    public static string EntryRoom(string name, RoomKind kind) => kind is RoomKind.Thread ? $"Room opened: a thread in {name}" : $"Room opened: #{name}";

    public static string EntryRenamed(string name, RoomKind kind) => kind switch
    {
        RoomKind.Channel => $"Room renamed: #{name}",
        RoomKind.Thread => $"The room's channel is now called {name}",
        RoomKind.Chat or RoomKind.None => $"Room renamed: {name}",
    };

    public const string EntryMoved = "The platform gave the room another id";

    public const string EntryGoesOn = "Goes on in another room";

    public static string Evidence(string by) => $"declared by {by}";

    public static Card GoesOn(Incident incident, string by) => Card.Of(RichText.Of($"{by} moved {RichText.Bold(incident.Id.Label)} to this room."));

    public const string EntryRoomGone = "The room was deleted or archived";

    public static Card RoomGone(Incident incident, string prefix) => Card.Of(RichText.Of(
        $"The room of {RichText.Bold(incident.Id.Label)} ({incident.Title}) was deleted or archived. Nothing that was recorded is lost. To go on, type this in another room: {RichText.Code($"{prefix} start here {incident.Id.Label}")}"));

    /// <param name="ownRoom">What a room of its own would be; null where there is no choice.</param>
    public static Form Form(Declaration given, RoomKind? ownRoom) => new(IncidentActions.Declare, "Declare an incident", "Declare", "",
    [
        new TextField("title", "What is happening?") { Required = true, MaxLength = IncidentTitle.MostCharacters, Hint = "One line, as users would notice it.", Initial = given.Title.Length > 0 ? given.Title : null },
        new ChoiceField("severity", "Severity", [.. Enum.GetValues<Severity>().Select(severity => new FormOption(severity.Label(), severity is Severity.Sev1 ? "SEV1 (worst)" : severity.Label()))])
        {
            Initial = given.Severity?.Label(),
            Hint = $"Left open, {DeclareIncident.DefaultSeverity.Label()} is assumed; it can be changed at any time.",
        },
        new TextField("service", "Service") { MaxLength = IncidentTitle.MostCharacters, Initial = given.Service },
        .. ownRoom is { } kind ? [new ChoiceField("room", "Room", RoomOptions(kind)) { Required = true, Initial = given.Here ? "here" : "own" }] : Array.Empty<FormField>(),
        new ChoiceField("private", "Who can see it?", [new("no", "Everybody"), new("yes", "Only the people in its room")]) { Required = true, Initial = given.Private ? "yes" : "no" },
    ]);

    private static IReadOnlyList<FormOption> RoomOptions(RoomKind kind) => kind is RoomKind.Thread
        ? [new("own", "A thread of its own"), new("here", "This thread")]
        : [new("own", "A room of its own"), new("here", "This room")];
}
