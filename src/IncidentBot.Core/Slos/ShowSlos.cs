using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Charts;

namespace IncidentBot.Core.Slos;

/// <summary>Shows the one who asks how every error budget stands, or one of them with all that is known of it.</summary>
public static class ShowSlos
{
    public static Decision Decide(Call call, Situation now)
    {
        var all = now.Slos.Slos;
        if (all.Count == 0) return call.Refuse(SloCards.NotSetUp(now.CommandPrefix));
        var name = call.Words.Trim().TrimEnd('.', '?', '!');
        if (name.Length == 0) return Whisper(call, SloCards.All([.. all.Select(slo => Of(slo, call, now)).OrderBy(report => report.Left ?? double.PositiveInfinity).ThenBy(report => report.Slo.Name, StringComparer.OrdinalIgnoreCase)], now));
        return all.FirstOrDefault(slo => slo.Is(name)) is { } asked
            ? One(asked, call, now)
            : call.Refuse(Charges.ChargeCards.NoSuchSlo(name, NearestWord.Of(name, all.Select(slo => slo.Name)), all));
    }

    /// <summary>The chart is no whisper: nobody can be shown a picture alone. It tells no more than the incidents' own rooms may know.</summary>
    private static Decision One(Slo slo, Call call, Situation now)
    {
        var (report, here) = (Of(slo, call, now), now.Incident is { } incident && incident.LivesIn(call.Place) ? now.Incident : null);
        var said = Whisper(call, SloCards.One(report, now));
        return BudgetChart.Of(report, now.Slos.StateOf(slo), here, call.By.TimeZone) is { } chart ? said with { Say = [.. said.Say, new PostImage(call.Place, chart, ChartCards.Comment(chart))] } : said;
    }

    private static BudgetReport Of(Slo slo, Call call, Situation now) => BudgetReport.Of(slo, now.Slos.StateOf(slo), now.Slos.ChargesOf(slo), call.At);

    private static Decision Whisper(Call call, Card card) => new() { Say = [new Whisper(call.Place, call.By.Ref, card)] };
}
