using IncidentBot.Core.Chat;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Blameless;

/// <summary>The words of a hint: what was found, why it hurts, one idea. Never a demand.</summary>
internal static class HintCards
{
    private const int MostOfWords = 80;

    public static Card Hint(BlameFound found) => new(
        "A thought on your wording, for you alone.",
        new Paragraph(Of($"Only you see this, and it is saved as you wrote it. A thought on {Italic($"“{Excerpt.Of(found.Words, MostOfWords)}”")}: {found.Rule.Why}")),
        new Paragraph(Of($"For example: {Italic(found.Rule.Idea)} Change it if you like.")));
}
