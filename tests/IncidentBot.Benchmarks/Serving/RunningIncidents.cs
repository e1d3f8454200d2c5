using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Slack;

namespace IncidentBot.Benchmarks.Serving;

/// <summary>One running incident for each of the channels that the load generator writes to.</summary>
internal static class RunningIncidents
{
    /// <summary>Slack's id of the workspace.</summary>
    public const string Team = "T0001";
    public const int Count = 8;

    public static readonly string Workspace = SlackIds.Workspace(Team);

    public static readonly Person Commander = new(new(Workspace, "U00"), "ana", "Etc/UTC");

    public static IEnumerable<IncidentId> Ids => Enumerable.Range(1, Count).Select(number => new IncidentId(Workspace, number));

    public static Place Room(int number) => new(new(Workspace, "C0" + (number - 1).ToString(CultureInfo.InvariantCulture)));

    /// <param name="now">Declared now, so that nothing falls due while it is measured.</param>
    public static Task DeclareAsync(IStore store, DateTimeOffset now, CancellationToken ct) =>
        store.CommitAsync(new(new() { Save = [.. Ids.Select(id => Running(id, now))] }, [], now), ct);

    public static Incident Running(IncidentId id, DateTimeOffset declared) => new()
    {
        Id = id,
        TitleAsWritten = "checkout is failing",
        Severity = Severity.Sev2,
        Room = Room(id.Number),
        RoomName = $"inc-{id.Number.ToString(CultureInfo.InvariantCulture)}-checkout-is-failing",
        DeclaredIn = new(new(Workspace, "general")),
        DeclaredBy = Commander,
        DeclaredAt = declared,
        TimeZone = "Etc/UTC",
        Members = [Commander.Ref],
        Milestones = [new(MilestoneKind.Declared, declared, Commander, "/incident start")],
    };
}
