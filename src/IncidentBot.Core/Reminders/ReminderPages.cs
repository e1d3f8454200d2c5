using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Reminders;

/// <summary>Reminders as cards: what does not fit one card goes on in the next.</summary>
internal static class ReminderPages
{
    private const int MostLines = 15;

    /// <summary>Items with a sentence above them.</summary>
    public static IEnumerable<Card> Listed(string title, string sentence, IReadOnlyList<ActionItem> items, Standing standing, IReadOnlyList<Button> buttons) =>
        Of(title, sentence, Lines(items, standing, owner: true, ofOne: false), [new Choices(buttons)]);

    public static IReadOnlyList<RichText> Lines(IReadOnlyList<ActionItem> items, Standing standing, bool owner, bool ofOne) =>
        [.. items.Select(item => ActionItemCards.Joined([ActionItemCards.Line(item, standing.Incidents[item.Incident], standing.Now, owner, ofIncident: !ofOne), .. owner ? DigestCards.Remarks(item, standing) : []]))];

    /// <param name="counts">Under the first heading; null: nothing.</param>
    /// <param name="end">After the last line.</param>
    public static IEnumerable<Card> Of(string title, string? counts, IReadOnlyList<RichText> lines, IReadOnlyList<CardBlock> end)
    {
        var pages = lines.Chunk(MostLines).ToList();
        return pages.Select((page, index) =>
        {
            var heading = pages.Count == 1 ? title : $"{title}, part {index + 1} of {pages.Count}";
            return new Card(
                counts is null ? heading : $"{heading}: {counts}",
                [
                    new Heading(heading),
                    .. index == 0 && counts is not null ? [new Paragraph(counts)] : Enumerable.Empty<CardBlock>(),
                    new Bullets(page),
                    .. index == pages.Count - 1 ? end : [],
                ]);
        });
    }
}
