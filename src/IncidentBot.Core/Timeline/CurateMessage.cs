using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Timeline;

/// <summary>"Curate in timeline" in a message's menu: a form for all that can be chosen about its entry.</summary>
public static class CurateMessage
{
    private const int MostLines = 40;

    public static FormUse Form { get; } = new(TimelineCapability.Curate, Open, Check, Decide) { Needs = (_, context) => NeedsOf(ChosenMessage.Read(context)?.Message) };

    /// <summary>The form could not be opened: the message is on no timeline here.</summary>
    public static Decision NotOpened(MessageChosen chosen, Situation now) =>
        Decision.Refuse(chosen, CardKeys.IsReview(now.ThreadCard) ? TimelineCards.OfTheReview : CurationCards.NotOnTimeline(now.CommandPrefix));

    private static Needs NeedsOf(MessageRef? message) => new() { EntryOf = message, LastEntries = int.MaxValue };

    private static Form? Open(FormOpening opening, Situation now)
    {
        if (now.Entry is not { Telling: true } entry) return null;
        var handles = new EntryHandles(now.Timeline.Where(other => other.Telling));
        var head = CuratedTimeline.HeadOf(entry, now.Timeline);
        var near = CuratedTimeline.Of(now.Timeline).Lines.Select(line => line.Entry).Where(other => other.Id != entry.Id)
            .OrderBy(other => other.Id != head.Id).ThenBy(other => (other.ShownAt - entry.ShownAt).Duration()).Take(MostLines).OrderBy(other => other.ShownAt).ToList();
        var into = near.Any(other => other.Id == head.Id) ? handles.Of(head) : null;
        return CurationCards.Form(opening.Context, entry, Typed(entry, opening.By.TimeZone), into, [.. near.Select(other => CurationCards.Option(other, handles.Of(other), opening.By.TimeZone))], opening.By.TimeZone);
    }

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now) =>
        now.Entry is { } entry && TimeIn(submitted, entry) is TimeReading.Refused refused ? new Dictionary<string, string> { ["at"] = refused.Sentence } : new Dictionary<string, string>();

    private static Decision Decide(FormSubmitted submitted, Situation now)
    {
        if (now is not { Incident: { } incident, Entry: { } entry }) return Decision.Refuse(submitted, HelpCards.NotVisible(now));
        var curated = Joined(At(Marked(Shown(entry, submitted), submitted), submitted), submitted, now);
        return new()
        {
            Record = curated == entry ? [] : [curated],
            Say = [new Whisper(submitted.Place, submitted.By.Ref, Card.Of(CurationCards.Curated(incident, curated != entry)))],
        };
    }

    private static TimelineEntry Shown(TimelineEntry entry, FormSubmitted submitted) => submitted.Values.GetValueOrDefault("shown") switch
    {
        CurationCards.No => entry.Hidden is null ? entry with { Hidden = new(submitted.By, submitted.At, submitted.Values.GetValueOrDefault("why", "").Trim()) } : entry,
        CurationCards.Yes => entry with { Hidden = null },
        _ => entry,
    };

    private static TimelineEntry Marked(TimelineEntry entry, FormSubmitted submitted) => submitted.Values.GetValueOrDefault("highlight") switch
    {
        CurationCards.Yes when !entry.Highlighted => CurateEntries.Marked(entry, on: true, submitted.By, submitted.At),
        CurationCards.No when entry.Highlighted => entry with { Highlights = [.. entry.Highlights.Select(highlight => highlight with { On = false, At = submitted.At })] },
        _ => entry,
    };

    // The field begins with the time to the minute; left as it is, it says nothing about the seconds.
    private static TimelineEntry At(TimelineEntry entry, FormSubmitted submitted) =>
        submitted.Values.GetValueOrDefault("at", "").Trim() != Typed(entry, submitted.By.TimeZone) && TimeIn(submitted, entry) is TimeReading.At at ? CurateEntries.At(entry, at.Time, submitted.By, submitted.At) : entry;

    private static TimelineEntry Joined(TimelineEntry entry, FormSubmitted submitted, Situation now)
    {
        var into = submitted.Values.GetValueOrDefault("into", CurationCards.Own);
        if (into == CurationCards.Own) return entry with { Merged = null };
        if (new EntryHandles(now.Timeline.Where(other => other.Telling)).Find(into) is not [var line]) return entry;
        var (head, others) = CurateEntries.Joining(line, [entry], now.Timeline);
        return others.Count == 0 ? entry : entry with { Merged = new(head.Id, submitted.By, submitted.At) };
    }

    private static TimeReading? TimeIn(FormSubmitted submitted, TimelineEntry entry) =>
        submitted.Values.GetValueOrDefault("at", "").Trim() is { Length: > 0 } typed ? TimeText.ReadNear(typed, entry.At, submitted.At, submitted.By.TimeZone) : null;

    private static string Typed(TimelineEntry entry, string? zone) => Zones.Local(entry.ShownAt, zone).ToString("yyyy-MM-dd HH:mm", Words.Culture);
}
