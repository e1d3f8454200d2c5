using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Luck;

/// <summary>Lists of lucky breaks. A long one is several cards; nothing is left out.</summary>
internal static class LuckListCards
{
    private const int MostLines = 15;
    private const int MostOfAText = 300;

    /// <param name="own">Of the incident whose room it is.</param>
    public static IEnumerable<Card> List(IReadOnlyList<LuckyBreak> own, IReadOnlyList<LuckyBreak> others, LuckLedger ledger, Incident? incident, bool all, DateOnly today, string prefix)
    {
        var what = all ? "Lucky breaks" : "Lucky breaks with something to do";
        if (own.Count + others.Count == 0) return [Card.Of(None(all, prefix))];
        return [.. Cards($"{what} in {incident?.Id.Label}", own, ofOne: true), .. Cards(own.Count > 0 ? $"{what} elsewhere" : what, others, ofOne: false)];

        IEnumerable<Card> Cards(string title, IReadOnlyList<LuckyBreak> breaks, bool ofOne) => breaks.Chunk(MostLines).Select((page, index) =>
        {
            var heading = breaks.Count <= MostLines ? $"{title} ({breaks.Count})" : $"{title} ({breaks.Count}), part {index + 1} of {(breaks.Count + MostLines - 1) / MostLines}";
            return new Card(heading, new Heading(heading), new Bullets([.. page.Select(one => Line(one, ledger, today, ofOne))]), new Paragraph(Of($"{Code($"{prefix} lucky {page[0].Id.Label}")} shows one, with what can be decided.")));
        });
    }

    public static RichText NoSuchList(string words, string prefix) =>
        Of($"There is no list {Code(Excerpt.Of(words, 40))}. Write {Code($"{prefix} lucky")}, {Code($"{prefix} lucky all")}, or {Code($"{prefix} lucky L-3")} for one.");

    private static RichText Line(LuckyBreak one, LuckLedger ledger, DateOnly today, bool ofOne) =>
        Of($"{Bold(one.Id.Label)} {Excerpt.Of(one.Text, MostOfAText)} — {LuckCards.State(one, ledger)}{(one.Accepted?.ReviewOn <= today ? ", due for a look" : "")}{(ofOne ? "" : $" · {one.Incident.Label}")}");

    private static RichText None(bool all, string prefix) => all
        ? Of($"No lucky break is on record yet. The review asks for them: where did we get lucky?")
        : Of($"No lucky break waits for anything. All of them: {Code($"{prefix} lucky all")}");
}
