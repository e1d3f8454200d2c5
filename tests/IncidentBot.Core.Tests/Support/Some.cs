using CsCheck;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Tests.Support;

/// <summary>Good-enough values, so that a test shows only what matters.</summary>
public static class Some
{
    public const string Workspace = "local";

    /// <summary>A Sunday afternoon.</summary>
    public static readonly DateTimeOffset Time = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);

    public static readonly Person Ana = Person("ana", "Europe/Lisbon");

    public static readonly Person Ben = Person("ben", "America/New_York");

    public static readonly Person Chidi = Person("chidi", "Africa/Lagos");

    public static readonly Person Bot = Person("incidentbot");

    public static readonly IncidentId IncidentId = new(Workspace, 1);

    public static readonly Place Room = Place("inc-1-checkout-is-failing");

    /// <summary>Reminders come at any time of day, and nobody is asked to help or nudged: what a test is not about.</summary>
    public static readonly BotSettings Settings = new()
    {
        AnnounceChannel = "incidents",
        Reminding = new() { QuietHours = null, Weekends = true, EscalateAfterDays = 3650 },
        Nudges = new() { CommanderAfter = TimeSpan.Zero, ResolveAfter = TimeSpan.Zero, UpdateEvery = new() { Sev1 = TimeSpan.Zero, Sev2 = TimeSpan.Zero } },
    };

    public static Person Person(string name, string? zone = "Etc/UTC") => new(new(Workspace, name), name, zone);

    public static Place Place(string channel, string? thread = null) => new(new(Workspace, channel), thread);

    public static MessageRef Message(string id, Place? place = null) => new((place ?? Room).Channel, id);

    public static Incident Incident(IncidentStatus status = IncidentStatus.Investigating, Severity severity = Severity.Sev2, string title = "checkout is failing") => new()
    {
        Id = IncidentId,
        TitleAsWritten = title,
        Severity = severity,
        Status = status,
        Room = Room,
        RoomName = Room.Channel.Id,
        DeclaredIn = Place("general"),
        DeclaredBy = Ana,
        DeclaredAt = Time,
        TimeZone = "Europe/Lisbon",
        Members = [Ana.Ref, Ben.Ref],
        Milestones = [new(MilestoneKind.Declared, Time, Ana, "/incident start")],
        Version = 1,
    };

    public static TimelineEntry Entry(string text = "seeing 500s", string id = "m1", DateTimeOffset? at = null, Person? by = null) => new()
    {
        Id = TimelineEntry.IdOf(Message(id)),
        Incident = IncidentId,
        Kind = EntryKind.Message,
        At = at ?? Time,
        By = by ?? Ana,
        Text = text,
        Message = Message(id),
        Version = 1,
    };

    public static ActionItem ActionItem(int number = 1, string text = "Add a canary to the checkout deploy", Person? owner = null, DateOnly? due = null) => new()
    {
        Id = new(Workspace, number),
        Incident = IncidentId,
        Text = text,
        Owner = owner,
        Due = due,
        AddedBy = Ana,
        AddedAt = Time,
        Version = 1,
    };

    public static Situation Situation(Incident? incident = null) => new()
    {
        Settings = Settings,
        Incident = incident,
        IncidentCounter = new(Counter.NameOf(Workspace, Counter.Incidents), 0, 0),
        ActionItemCounter = new(Counter.NameOf(Workspace, Counter.ActionItems), 0, 0),
    };

    /// <summary>One of these, for properties.</summary>
    public static Gen<T> Of<T>(params T[] values) => Gen.OneOf([.. values.Select(Gen.Const)]);

    public static CommandGiven Command(string text, Person? by = null, Place? place = null, params Person[] mentions) =>
        new(Time, by ?? Ana, place ?? Room, text) { Mentions = mentions };

    public static MessagePosted Posted(string text, string id = "m1", Person? by = null, Place? place = null, DateTimeOffset? at = null) =>
        new(at ?? Time, by ?? Ana, place ?? Room, Message(id, place), text);
}
