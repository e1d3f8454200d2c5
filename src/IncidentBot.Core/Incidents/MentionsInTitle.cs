using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>A title that people were named in, so that they come: "checkout is failing @Ana Silva and @Ben" is "checkout is failing".</summary>
/// <remarks>Where a mention is part of the sentence, the name stays: "checkout fails for @Ben since noon" fails for Ben.</remarks>
public static class MentionsInTitle
{
    private static readonly string[] Joining = ["and", "with", "cc", "cc:", "fyi", "fyi:", "&", "+", "-", "–"];
    private static readonly string[] PartOfTheSentence = ["for", "to", "by", "of", "from", "at", "on", "in", "about", "via"];

    public static string Without(string title, IReadOnlyList<Person> people)
    {
        var handles = people.Select(person => $"@{string.Join(' ', person.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}").OrderByDescending(handle => handle.Length).ToList();
        while ((AtTheEnd(title, handles) ?? AtTheBeginning(title, handles)) is { } shorter) title = shorter;
        return handles.Aggregate(title, (text, handle) => text.Replace(handle, handle[1..], StringComparison.OrdinalIgnoreCase));
    }

    private static string? AtTheEnd(string title, IReadOnlyList<string> handles)
    {
        if (handles.FirstOrDefault(handle => title.EndsWith(handle, StringComparison.OrdinalIgnoreCase)) is not { } last) return null;
        var before = title[..^last.Length].TrimEnd();
        if (PartOfTheSentence.Contains(LastWord(before), StringComparer.OrdinalIgnoreCase)) return null;
        before = before.TrimEnd(',', ';', ':', ' ');
        return Joining.Contains(LastWord(before), StringComparer.OrdinalIgnoreCase) ? before[..^LastWord(before).Length].TrimEnd(',', ';', ':', ' ') : before;
    }

    private static string? AtTheBeginning(string title, IReadOnlyList<string> handles) =>
        handles.FirstOrDefault(handle => title.StartsWith(handle, StringComparison.OrdinalIgnoreCase) && title[handle.Length..] is [' ' or ',' or ':', ..]) is { } first
            ? title[first.Length..].TrimStart(',', ':', ' ')
            : null;

    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..];
}
