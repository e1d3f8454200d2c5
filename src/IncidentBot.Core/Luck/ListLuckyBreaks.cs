using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Luck;

/// <summary>Lists lucky breaks to the person who asks, newest first, as far as they may see them; in an incident's room its own come first. One alone is shown with its buttons.</summary>
public static class ListLuckyBreaks
{
    public static Needs NeedsOf(Call call) => AskedLuckyBreak.IdIn(call.Place, call.Words) is { } id
        ? new() { LuckyBreak = id }
        : Addressed.NeedsOf(call) with { WorkspaceLuck = true };

    public static Decision Decide(Call call, Situation now)
    {
        if (AskedLuckyBreak.IdIn(call.Place, call.Words) is not null) return AskedLuckyBreak.Decide(call.Said, call.Words, now, (one, _) => Show(call, [LuckCards.Standing(one, now.Luck)]));
        if (now.Incident is null && NeedsOf(call).Incident is not null) return call.Refuse(HelpCards.NotVisible(now));
        var word = Addressed.Stripped(call).Words.Trim('.', '?', '!', ' ').ToLowerInvariant();
        if (word is not ("" or "open" or "all")) return call.Refuse(LuckListCards.NoSuchList(call.Words, now.CommandPrefix));
        var visible = now.Incidents.Where(incident => incident.VisibleTo(call.By.Ref) || incident.LivesIn(call.Place)).ToDictionary(incident => incident.Id);
        var today = Zones.DateIn(call.At, call.By.TimeZone);
        var listed = now.Luck.Breaks
            .Where(one => !one.TakenBack && visible.ContainsKey(one.Incident) && (word == "all" || IsOpen(one, now.Luck, today)))
            .OrderByDescending(one => one.Id.Number)
            .ToLookup(one => one.Incident == now.Incident?.Id);
        return Show(call, LuckListCards.List([.. listed[true]], [.. listed[false]], now.Luck, now.Incident, word == "all", today, now.CommandPrefix));
    }

    /// <summary>Something is still to be done about it: to decide, to build, or to look at again.</summary>
    private static bool IsOpen(LuckyBreak one, LuckLedger ledger, DateOnly today) => ledger.StateOf(one) switch
    {
        LuckState.Undecided or LuckState.SafeguardPlanned => true,
        LuckState.SafeguardDone => false,
        LuckState.RiskAccepted => one.Accepted!.ReviewOn <= today,
    };

    private static Decision Show(Call call, IEnumerable<Card> cards) => new() { Say = [.. cards.Select(card => new Whisper(call.Place, call.By.Ref, card))] };
}
