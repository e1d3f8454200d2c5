using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Luck;

/// <summary>Where a lucky break is shown.</summary>
internal static class LuckSayings
{
    /// <summary>Its card in the review, as it stands now.</summary>
    public static Say Updated(LuckyBreak one, Incident incident, LuckLedger ledger) =>
        new(incident.Room ?? incident.DeclaredIn, LuckCards.Standing(one, ledger), CardKeys.LuckyBreak(one.Id)) { OnlyUpdate = true };

    /// <summary>What was chosen, to who chose it elsewhere than beside the card.</summary>
    public static IEnumerable<Saying> Told(LuckyBreak one, ChatEvent said, LuckLedger ledger, Situation now) =>
        CardKeys.IsReview(now.ThreadCard) ? [] : [new Whisper(said.Place, said.By.Ref, Card.Of(LuckCards.Chosen(one, ledger)))];
}
