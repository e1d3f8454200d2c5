using System.Text;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Masking;

namespace IncidentBot.Core.Timeline;

/// <summary>Shows the highlights and the latest entries to the one who asks; <c>all</c> posts the whole as a file; other words choose what is shown.</summary>
public static class ShowTimeline
{
    public static Needs NeedsOf(Call call) => Addressed.NeedsOf(call) with { LastEntries = int.MaxValue }; // an entry's letters are told by all the others

    public static Needs NeedsOfButton(ButtonPressed pressed) => new() { Incident = IncidentId.TryParse(pressed.Place.Channel.Workspace, pressed.Value), LastEntries = int.MaxValue };

    public static Decision Decide(Incident incident, Call call, Situation now) => call.Words.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => new() { Say = [new Whisper(call.Place, call.By.Ref, TimelineCards.Latest(incident, now.Timeline, now))] },
        [var word] when Is(word, "all") => Post(incident, call.Said, now),
        [var word, .. var rest] when Is(word, "only") => FilterTimeline.Decide(incident, call, string.Concat(rest).Trim(), now),
        [var word, ..] when CurateEntries.IsCuration(word) => CurateEntries.Decide(incident, call, now),
        _ => call.Refuse(TimelineCards.Forms(now.CommandPrefix)),
    };

    public static Decision Decide(ButtonPressed pressed, Situation now) => now.Incident is { } incident ? Post(incident, pressed, now) : Decision.Refuse(pressed, HelpCards.NotVisible(now));

    private static Decision Post(Incident incident, ChatEvent said, Situation now)
    {
        if (incident.Private && !now.IsHome(incident, said)) return Decision.Refuse(said, TimelineCards.OnlyInItsRoom(incident));
        var outward = Outward.Of(incident, null, [], now.Timeline, byRole: now.Settings.Blameless.PublishRoles);
        var timeline = CuratedTimeline.Of(outward.Timeline);
        var file = new StringBuilder().Append(TimelineCards.FileHead(outward.Incident));
        TimelineMarkdown.Append(file, outward.Incident, timeline, now.LinkTo);
        file.Append(Times.Words.Culture, $"\n{Markdown.Escape(CaptureCards.Sentence(outward.Incident, outward.Timeline, now.RoomCheck).ToPlainText())}\n");
        return new() { Say = [new Upload(said.Place, TimelineCards.FileName(incident), file.ToString(), TimelineCards.FileComment(incident, timeline.Lines.Count))] };
    }

    private static bool Is(string word, string name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);
}
