using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Tests.Support;

namespace IncidentBot.Core.Tests.Luck;

/// <summary>Lucky breaks that nobody has stored yet.</summary>
public static class SomeLuck
{
    public static LuckyBreak Break(int number, int incident = 1, string text = "The backup had just finished") => new()
    {
        Id = new(Some.Workspace, number),
        Incident = new IncidentId(Some.Workspace, incident),
        Answer = $"reply:{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
        Text = text,
        By = Some.Ben,
        At = Some.Time,
    };

    public static LuckyBreak Accepted(int number, DateOnly until) => Break(number) with
    {
        Accepted = new("the old disks go in March", until, Some.Ana),
        DecidedBy = Some.Ana,
        DecidedAt = Some.Time,
    };
}
