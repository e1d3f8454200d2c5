using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Benchmarks.Serving;

/// <summary>One running incident for each of the channels that the load generator writes to.</summary>
internal static class RunningIncidents
{
    public const string Workspace = "T0001";
    public const int Count = 8;

    public static readonly Person Commander = new(new(Workspace, "U00"), "ana", "Etc/UTC");

    private static readonly DateTimeOffset Declared = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);

    public static IEnumerable<IncidentId> Ids => Enumerable.Range(1, Count).Select(number => new IncidentId(Workspace, number));

    public static Place Room(int number) => new(new(Workspace, "C0" + (number - 1).ToString(CultureInfo.InvariantCulture)));

    public static Task DeclareAsync(IStore store, CancellationToken ct) =>
        store.CommitAsync(new(new() { Save = [.. Ids.Select(Running)] }, [], Declared), ct);

    public static Incident Running(IncidentId id) => new()
    {
        Id = id,
        Title = "checkout is failing",
        Severity = Severity.Sev2,
        Room = Room(id.Number),
        RoomName = $"inc-{id.Number.ToString(CultureInfo.InvariantCulture)}-checkout-is-failing",
        DeclaredIn = new(new(Workspace, "general")),
        DeclaredBy = Commander,
        DeclaredAt = Declared,
        TimeZone = "Etc/UTC",
        Members = [Commander.Ref],
        Milestones = [new(MilestoneKind.Declared, Declared, Commander, "/incident start")],
    };
}
