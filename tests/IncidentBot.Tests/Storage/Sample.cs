using System.Globalization;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Alerts;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Tests.Storage;

/// <summary>Good-enough values to store.</summary>
public static class Sample
{
    public const string Workspace = "local";

    public static readonly DateTimeOffset Time = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);

    public static readonly Person Ana = new(new(Workspace, "ana"), "ana", "Europe/Lisbon");

    public static Place Place(string channel, string? thread = null) => new(new(Workspace, channel), thread);

    public static MessageRef Message(string id, string channel = "room") => new(new(Workspace, channel), id);

    public static Incident Incident(int number = 1, string title = "checkout is failing", Place? room = null, IncidentStatus status = IncidentStatus.Investigating, string workspace = Workspace) => new()
    {
        Id = new(workspace, number),
        TitleAsWritten = title,
        Severity = Severity.Sev2,
        Status = status,
        Room = room ?? Place($"inc-{number.ToString(CultureInfo.InvariantCulture)}"),
        DeclaredIn = Place("general"),
        DeclaredBy = Ana,
        DeclaredAt = Time,
        TimeZone = "Europe/Lisbon",
        Members = [Ana.Ref],
    };

    public static Postmortem Postmortem(int incident = 1, PostmortemStatus status = PostmortemStatus.InWriting) =>
        new() { Incident = new(Workspace, incident), Status = status, StartedBy = Ana, StartedAt = Time };

    public static ActionItem ActionItem(int number = 1, int incident = 1, ActionItemStatus status = ActionItemStatus.Open, MessageRef? source = null, string workspace = Workspace) => new()
    {
        Id = new(workspace, number),
        Incident = new(workspace, incident),
        Text = "Add a canary",
        Status = status,
        AddedBy = Ana,
        AddedAt = Time,
        Source = source,
    };

    public static LuckyBreak LuckyBreak(int number = 1, int incident = 1, DateOnly? reviewOn = null, bool takenBack = false, string workspace = Workspace) => new()
    {
        Id = new(workspace, number),
        Incident = new(workspace, incident),
        Answer = "reply:1",
        Text = "The backup had just finished",
        By = Ana,
        At = Time,
        Accepted = reviewOn is { } day ? new("The old disks go in March.", day, Ana) : null,
        TakenBack = takenBack,
    };

    public static BudgetCharge Charge(string slo = "checkout-availability", int incident = 1, int endedHour = 14) => new()
    {
        Incident = new(Workspace, incident),
        Slo = slo,
        Estimated = new(0.37, new(Day.AddHours(endedHour - 1), Day.AddHours(endedHour)), Ana, Day.AddHours(endedHour + 1)),
    };

    public static Consequence Consequence(string slo = "checkout-availability", string occasion = "one", int hour = 14, bool ended = false) => new()
    {
        Slo = slo,
        Rule = PolicyRule.BudgetExhausted,
        Occasion = occasion,
        Workspace = Workspace,
        Spent = 1.25,
        Method = BudgetMethod.Measured,
        Since = Day.AddHours(hour),
        EndedAt = ended ? Day.AddHours(hour + 1) : null,
    };

    public static Alert Alert(string fingerprint = "f1", string group = "checkout", int? incident = 1, int minute = 0) => new()
    {
        Workspace = Workspace,
        Source = "alertmanager",
        Fingerprint = fingerprint,
        Group = group,
        Name = "HighErrorRate",
        StartsAt = Time.AddMinutes(minute),
        Incident = incident is { } number ? new(Workspace, number) : null,
    };

    private static DateTimeOffset Day => new(2027, 2, 20, 0, 0, 0, TimeSpan.Zero);

    public static TimelineEntry Entry(string id = "m1", string text = "seeing 500s", int minute = 0, int incident = 1) => new()
    {
        Id = id,
        Incident = new(Workspace, incident),
        Kind = EntryKind.Message,
        At = Time.AddMinutes(minute),
        By = Ana,
        Text = text,
    };

    public static Delivery Delivery(string id = "d1", string orderKey = "room", string body = "{}") => new(id, "web", orderKey, body, Time);

    public static Say Say(string text = "hello", string channel = "room", string? key = null) => new(Place(channel), Card.Of(text), key);

    public static Commit Commit(params IAggregate[] save) => new(new Decision { Save = save }, [], Time);

    public static Commit Commit(params TimelineEntry[] record) => new(new Decision { Record = record }, [], Time);

    public static Commit Commit(params Saying[] say) => new(new Decision { Say = say }, [], Time);

    public static Commit Settle(params Delivery[] deliveries) => new(Decision.Nothing, deliveries, Time);
}
