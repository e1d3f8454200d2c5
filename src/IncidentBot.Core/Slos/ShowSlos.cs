using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos.Budgets;

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
            ? Whisper(call, SloCards.One(Of(asked, call, now), now))
            : call.Refuse(Charges.ChargeCards.NoSuchSlo(name, NearestWord.Of(name, all.Select(slo => slo.Name)), all));
    }

    private static BudgetReport Of(Slo slo, Call call, Situation now) => BudgetReport.Of(slo, now.Slos.StateOf(slo), now.Slos.ChargesOf(slo), call.At);

    private static Decision Whisper(Call call, Card card) => new() { Say = [new Whisper(call.Place, call.By.Ref, card)] };
}
