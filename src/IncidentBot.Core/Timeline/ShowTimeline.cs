using System.Text;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Masking;

namespace IncidentBot.Core.Timeline;

/// <summary>Shows the highlights and the latest entries to the one who asks; <c>all</c> posts the whole as a file.</summary>
public static class ShowTimeline
{
    public static Needs NeedsOf(Call call) => Addressed.NeedsOf(call) is var needs && IsWhole(Addressed.Stripped(call))
        ? needs with { LastEntries = int.MaxValue }
        : needs with { LastEntries = TimelineCards.MostEntries, Highlights = true };

    public static Needs NeedsOfButton(ButtonPressed pressed) => new() { Incident = IncidentId.TryParse(pressed.Place.Channel.Workspace, pressed.Value), LastEntries = int.MaxValue };

    public static Decision Decide(Incident incident, Call call, Situation now) =>
        IsWhole(call) ? Post(incident, call.Said, now)
        : call.Words.Length > 0 ? call.Refuse(TimelineCards.Forms(now.CommandPrefix))
        : new() { Say = [new Whisper(call.Place, call.By.Ref, TimelineCards.Latest(incident, now.Highlights, now.Timeline, now))] };

    public static Decision Decide(ButtonPressed pressed, Situation now) => now.Incident is { } incident ? Post(incident, pressed, now) : Decision.Refuse(pressed, HelpCards.NotVisible(now));

    private static Decision Post(Incident incident, ChatEvent said, Situation now)
    {
        if (incident.Private && !now.IsHome(incident, said)) return Decision.Refuse(said, TimelineCards.OnlyInItsRoom(incident));
        var outward = Outward.Of(incident, null, [], now.Timeline);
        var timeline = CuratedTimeline.Of(outward.Timeline);
        var file = new StringBuilder().Append(TimelineCards.FileHead(outward.Incident));
        TimelineMarkdown.Append(file, outward.Incident, timeline, now.LinkTo);
        return new() { Say = [new Upload(said.Place, TimelineCards.FileName(incident), file.ToString(), TimelineCards.FileComment(incident, timeline.Lines.Count))] };
    }

    private static bool IsWhole(Call call) => call.Words.Trim().Equals("all", StringComparison.OrdinalIgnoreCase);
}
