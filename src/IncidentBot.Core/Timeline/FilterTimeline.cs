using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Timeline;

/// <summary><c>timeline only …</c>: the lines that are asked for, to the one who asks.</summary>
internal static class FilterTimeline
{
    public static Decision Decide(Incident incident, Call call, string wanted, Situation now)
    {
        if (wanted.Length == 0) return call.Refuse(TimelineCards.Forms(now.CommandPrefix));
        var timeline = CuratedTimeline.Of(now.Timeline);
        IReadOnlyList<TimelineLine> found = wanted.ToLowerInvariant() switch
        {
            "highlights" or "highlight" => [.. timeline.Lines.Where(line => line.Highlighted)],
            "changes" or "change" => [.. timeline.Lines.Where(line => line.Entry.Kind.IsChange())],
            "hidden" => [.. now.Timeline.Where(entry => entry is { Telling: true, Hidden: not null }).Select(entry => new TimelineLine(entry, []))],
            _ when call.Mentions.Count > 0 => [.. timeline.Lines.Where(line => line.All.Any(entry => call.Mentions.Any(person => person.Ref == entry.By.Ref)))],
            _ => [.. timeline.Lines.Where(line => line.All.Any(entry => entry.Text.Contains(wanted, StringComparison.OrdinalIgnoreCase)))],
        };
        return new() { Say = [new Chat.Whisper(call.Place, call.By.Ref, TimelineCards.Only(incident, wanted, found, timeline.Lines.Count, now))] };
    }
}
