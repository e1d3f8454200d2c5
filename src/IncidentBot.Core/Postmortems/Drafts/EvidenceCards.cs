using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Postmortems.Drafts;

/// <summary>The times that metrics come from with what shows them, the moments that mattered, and how much was captured.</summary>
public static class EvidenceCards
{
    private const int MostMoments = 20;
    private const int MostOfAMoment = 160;
    private const int MostStretches = 5;

    public const string KeyMomentsHeading = "Key moments";

    /// <summary>Highlights and changes; the whole timeline is in the file.</summary>
    public static IReadOnlyList<CardBlock> KeyMoments(Draft draft)
    {
        var moments = draft.Timeline.KeyMoments;
        if (moments.Count == 0) return [];
        List<CardBlock> blocks = [new Heading(KeyMomentsHeading), new Bullets([.. moments.Take(MostMoments).Select(line => Moment(line, draft))])];
        if (moments.Count > MostMoments) blocks.Add(new Paragraph($"{(moments.Count - MostMoments).ToString(Words.Culture)} more are in the file."));
        return blocks;
    }

    public static IEnumerable<LabelledText> Milestones(Draft draft) => Enum.GetValues<MilestoneKind>().Select(kind => new LabelledText(kind.Label(), draft.Incident.Reached(kind) is { } milestone
        ? Of($"{Words.Moment(milestone.At, draft.Incident.TimeZone)}, confirmed by {milestone.ConfirmedBy.Name}: {milestone.Evidence}") + Link(draft.Links.To(milestone))
        : Of($"unknown; to state it: {Code(HowToState(kind))}")));

    /// <summary>Without how commands begin, which the file's readers know.</summary>
    public static string HowToState(MilestoneKind kind) => $"milestone {kind.Label().ToLowerInvariant()} at TIME";

    /// <summary>When messages were missed at first, and what could not be heard; empty when nothing was.</summary>
    public static string Missed(IReadOnlyList<MissedStretch> missed, DateTimeOffset? heardPartly, string? zone)
    {
        var filled = missed.Sum(stretch => stretch.Messages);
        var away = filled == 0 ? "" : $" {filled.ToString(Words.Culture)} {(filled == 1 ? "message was" : "messages were")} missed at first and filled in from the room's history ({string.Join("; ", missed.Take(MostStretches).Select(stretch => Stretch(stretch, zone)))}{(missed.Count > MostStretches ? "; and more" : "")}).";
        return heardPartly is { } since ? $"{away} From {Words.Moment(since, zone)} on only messages that mention the bot could be heard." : away;
    }

    private static string Stretch(MissedStretch stretch, string? zone)
    {
        var (from, to) = (Zones.Local(stretch.From, zone), Zones.Local(stretch.To, zone));
        var end = to.Date == from.Date ? "HH:mm" : "yyyy-MM-dd HH:mm";
        return stretch.Messages == 1 || stretch.From == stretch.To ? from.ToString("yyyy-MM-dd HH:mm", Words.Culture) : $"{from.ToString("yyyy-MM-dd HH:mm", Words.Culture)} to {to.ToString(end, Words.Culture)}";
    }

    private static RichText Moment(TimelineLine line, Draft draft)
    {
        var (entry, local) = (line.Entry, Zones.Local(line.At, draft.Incident.TimeZone));
        var text = entry.DeletedAt is not null ? "deleted" : Excerpt.Of(string.Join(" · ", line.All.Select(part => part.Text.ReplaceLineEndings(" "))), MostOfAMoment);
        return Of($"{(line.Highlighted ? "📌 " : "")}{local.ToString("yyyy-MM-dd HH:mm", Words.Culture)} {Bold(entry.By.Name)}: {text}")
            + Link(entry is { Message: { } message, DeletedAt: null } ? draft.Links.To(message, entry.Thread) : null);
    }

    private static RichText Link(string? url) => url is null ? Empty : Of($" {RichText.Link(url, DraftCards.ToMessage)}");
}
