using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Reminders;

namespace IncidentBot.Core.Slos.Budgets;

/// <summary>Once a week the budgets that are low are named, where their SLO is told of: in its own channel, else where incidents are announced.</summary>
internal static class LowBudgets
{
    private const double Low = 0.25;

    public static IEnumerable<Decision> At(Standing standing, string week)
    {
        if (standing is not { Slos: { } ledger, Home: { } workspace }) return [];
        return from slo in ledger.Slos
               let channel = slo.Room ?? standing.Settings.AnnounceChannel
               let report = BudgetReport.Of(slo, ledger.StateOf(slo), ledger.ChargesOf(slo), standing.Now)
               where channel is not null && 1 - report.SpentInAll < Low
               orderby report.SpentInAll descending
               group report by new Place(new(workspace, channel)) into low
               select new Decision
               {
                   Say = [new Say(low.Key, SloCards.Digest([.. low], standing.CommandPrefix(workspace)))],
                   Once = [$"{WeeklyReminders.Key(week, low.Key)}:slos"],
               };
    }
}
