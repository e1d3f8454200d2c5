using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Timeline;

/// <summary>Marks an entry as worth finding again, or takes the mark away. The latest word counts, not the last to arrive.</summary>
public static class HighlightEntry
{
    private const string Pin = "pin";

    public static Decision Decide(HighlightSet highlight, Situation now)
    {
        if (now.Incident is not { } incident || CardKeys.IsReview(now.ThreadCard)) return Decision.Nothing;
        var entry = AwaitedMessage.Or(now.Entry, incident, highlight, highlight.Message);
        if (entry.Highlights.Any(other => IsSame(other, highlight) && other.At > highlight.At)) return Decision.Nothing;
        var others = entry.Highlights.Where(other => !IsSame(other, highlight));
        var highlights = others.Append(new(highlight.By, highlight.How, highlight.At, highlight.On)).OrderBy(one => one.At).ThenBy(one => one.By.Ref.Id, StringComparer.Ordinal);
        return new() { Record = [entry with { Highlights = [.. highlights] }] };
    }

    // A reaction is its person's own; a message is pinned for all, so anybody may take the pin away.
    private static bool IsSame(Highlight highlight, HighlightSet set) => highlight.How == set.How && (set.How == Pin || highlight.By.Ref == set.By.Ref);
}
