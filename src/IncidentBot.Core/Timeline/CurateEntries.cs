using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Timeline;

/// <summary>Changes how entries are shown. What was heard stays as it is beside it, so that every curation can be taken back.</summary>
public static class CurateEntries
{
    internal const string TypedHighlight = "command";

    private const int MostOfAReason = 200;

    public static bool IsCuration(string word) => VerbOf(word) is not null;

    /// <param name="call">With the verb as its first word.</param>
    public static Decision Decide(Incident incident, Call call, Situation now)
    {
        var words = call.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || VerbOf(words[0]) is not { } verb) return call.Refuse(CurationCards.Forms(now.CommandPrefix));
        var handles = new EntryHandles(now.Timeline.Where(entry => entry.Telling));
        var count = verb switch
        {
            CurationVerb.Hide => words.Skip(1).TakeWhile(word => handles.Find(Handle(word)).Count > 0).Count(),
            CurationVerb.Show or CurationVerb.Merge => words.Length - 1,
            CurationVerb.At or CurationVerb.Highlight => 1,
        };
        var chosen = new List<TimelineEntry>();
        foreach (var word in words.Skip(1).Take(Math.Max(1, count)))
        {
            if (handles.Find(Handle(word)) is not [var entry]) return call.Refuse(handles.Find(Handle(word)) is { Count: > 1 } several ? CurationCards.Ambiguous(word, several, handles) : CurationCards.NoSuchEntry(word, now.CommandPrefix));
            chosen.Add(entry);
        }
        var rest = string.Join(' ', words.Skip(1 + chosen.Count));
        chosen = [.. chosen.DistinctBy(entry => entry.Id)]; // an entry is recorded once in a decision
        return verb switch
        {
            CurationVerb.Hide => Hide(incident, chosen, rest, call, now, handles),
            CurationVerb.Show => Show(incident, chosen, call, now, handles),
            CurationVerb.At => Correct(incident, chosen[0], rest, call, now),
            CurationVerb.Merge => Merge(incident, chosen, call, now, handles),
            CurationVerb.Highlight => Highlight(incident, chosen[0], rest, call, now),
        };
    }

    private static Decision Hide(Incident incident, IReadOnlyList<TimelineEntry> chosen, string why, Call call, Situation now, EntryHandles handles) => why.Length > MostOfAReason
        ? call.Refuse(CurationCards.ReasonTooLong(MostOfAReason))
        : Done(call, chosen.Select(entry => entry with { Hidden = new(call.By, call.At, why) }), CurationCards.Hidden(incident, chosen, handles, now.CommandPrefix));

    /// <summary>Brings back what was hidden, and gives what was merged a line of its own again.</summary>
    private static Decision Show(Incident incident, IReadOnlyList<TimelineEntry> chosen, Call call, Situation now, EntryHandles handles)
    {
        var curated = chosen.Where(entry => entry.Hidden is not null || entry.Merged is not null).ToList();
        if (curated.Count == 0) curated = [.. now.Timeline.Where(entry => chosen.Any(head => entry.Merged?.Into == head.Id))];
        return curated.Count == 0
            ? call.Refuse(CurationCards.ShownAlready(chosen, handles))
            : Done(call, curated.Select(entry => entry with { Hidden = null, Merged = null }), CurationCards.Shown(incident, curated, handles));
    }

    private static Decision Correct(Incident incident, TimelineEntry entry, string words, Call call, Situation now)
    {
        if (words.Equals("original", StringComparison.OrdinalIgnoreCase)) return Done(call, [entry with { Corrected = null }], CurationCards.TimeIsOriginal(incident, entry));
        return TimeText.ReadNear(words, entry.At, call.At, call.By.TimeZone) switch
        {
            TimeReading.At at => Done(call, [At(entry, at.Time, call.By, call.At)], CurationCards.TimeCorrected(incident, entry, at.Time, at.Remark)),
            TimeReading.Refused refused => call.Refuse(words.Length == 0 ? CurationCards.Forms(now.CommandPrefix) : refused.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Decision Merge(Incident incident, IReadOnlyList<TimelineEntry> chosen, Call call, Situation now, EntryHandles handles)
    {
        if (chosen is not [var first, _, ..]) return call.Refuse(CurationCards.MergeForms(now.CommandPrefix));
        var (head, others) = Joining(first, chosen.Skip(1), now.Timeline);
        return others.Count == 0
            ? call.Refuse(CurationCards.MergedAlready(head, handles))
            : Done(call, others.Select(entry => entry with { Merged = new(head.Id, call.By, call.At) }), CurationCards.Merged(incident, head, others, handles, now.CommandPrefix));
    }

    private static Decision Highlight(Incident incident, TimelineEntry entry, string rest, Call call, Situation now)
    {
        var on = !rest.Equals("off", StringComparison.OrdinalIgnoreCase);
        if (rest.Length > 0 && on) return call.Refuse(CurationCards.Forms(now.CommandPrefix));
        return Done(call, [Marked(entry, on, call.By, call.At)], CurationCards.Marked(incident, entry, on));
    }

    /// <summary>The line that a line joins, and the entries that are to be moved to it: what stands on it already, and what it stands on itself, are not.</summary>
    internal static (TimelineEntry Head, IReadOnlyList<TimelineEntry> Others) Joining(TimelineEntry into, IEnumerable<TimelineEntry> joining, IReadOnlyList<TimelineEntry> timeline)
    {
        var head = CuratedTimeline.HeadOf(into, timeline);
        return (head, [.. joining.DistinctBy(entry => entry.Id).Where(entry => CuratedTimeline.HeadOf(entry, timeline).Id != head.Id)]);
    }

    internal static TimelineEntry At(TimelineEntry entry, DateTimeOffset at, Person by, DateTimeOffset saidAt) => entry with { Corrected = at == entry.At ? null : new(at, by, saidAt) };

    /// <summary>Nobody else's mark is touched by taking one's own away.</summary>
    internal static TimelineEntry Marked(TimelineEntry entry, bool on, Person by, DateTimeOffset at) => entry with
    {
        Highlights = [.. entry.Highlights.Where(highlight => highlight.How != TypedHighlight || highlight.By.Ref != by.Ref), new(by, TypedHighlight, at, on)],
    };

    private static Decision Done(Call call, IEnumerable<TimelineEntry> curated, RichText told) => new() { Record = [.. curated], Say = [new Whisper(call.Place, call.By.Ref, Card.Of(told))] };

    private static string Handle(string word) => word.Trim(',', '.', ':', ';', '`', '[', ']', '(', ')');

    private static CurationVerb? VerbOf(string word) => word.ToLowerInvariant() switch
    {
        "hide" => CurationVerb.Hide,
        "show" or "unhide" => CurationVerb.Show,
        "at" => CurationVerb.At,
        "merge" => CurationVerb.Merge,
        "highlight" => CurationVerb.Highlight,
        _ => null,
    };

    private enum CurationVerb
    {
        Hide,
        Show,
        At,
        Merge,
        Highlight,
    }
}
