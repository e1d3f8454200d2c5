using System.Text.RegularExpressions;
using IncidentBot.Core.Postmortems.Interviews;

namespace IncidentBot.Core.Postmortems.Comments;

/// <summary>Reads which section a comment is about from how it begins: "Impact: numbers are missing", "root causes - …", "Trigger is wrong".</summary>
/// <remarks>A heading needs nothing after it; a short form, which may be an ordinary word, needs a colon, a dash or a line break. A comment that begins otherwise is about the whole.</remarks>
public static partial class CommentSection
{
    private static readonly (QuestionKind Section, string[] Short)[] ShortForms =
    [
        (QuestionKind.RootCauses, ["root cause", "causes", "cause"]),
        (QuestionKind.WentWell, ["went well", "good"]),
        (QuestionKind.DidntGoWell, ["didn't go so well", "didn't go well", "what didn't go well", "went badly", "not so well"]),
        (QuestionKind.GotLucky, ["got lucky", "lucky", "luck"]),
        (QuestionKind.ActionItems, ["action item", "actions", "items", "follow-ups"]),
    ];

    public static QuestionKind? Read(string text)
    {
        var plain = text.Trim().Replace('’', '\'');
        return Headed(plain) ?? Shortened(plain);
    }

    private static QuestionKind? Headed(string text)
    {
        foreach (var question in Interview.Plan)
        {
            var heading = QuestionCards.Heading(question).TrimEnd('?');
            if (text.StartsWith(heading, StringComparison.OrdinalIgnoreCase) && (text.Length == heading.Length || !char.IsLetterOrDigit(text[heading.Length]))) return question;
        }
        return null;
    }

    private static QuestionKind? Shortened(string text)
    {
        if (Beginning().Match(text) is not { Success: true } beginning) return null;
        foreach (var (section, names) in ShortForms)
            if (names.Contains(beginning.Groups["name"].Value.TrimEnd(), StringComparer.OrdinalIgnoreCase)) return section;
        return null;
    }

    [GeneratedRegex(@"^(?<name>[\p{L}' -]{3,25}?)\s*(:|\s[-–—]\s|[–—]|\r?\n)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();
}
