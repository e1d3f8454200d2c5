using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Timeline;

/// <summary>What happened when: notes with their own time, and the timeline shown.</summary>
public static class TimelineCapability
{
    /// <summary>The whole timeline as a file.</summary>
    public const string Whole = "timeline.all";

    /// <summary>In a message's menu; also the key of its form.</summary>
    public const string AddMessage = "timeline.add";

    /// <summary>In a message's menu; also the key of its form.</summary>
    public const string Curate = "timeline.curate";

    public static readonly Capability Table = new()
    {
        Commands =
        [
            IncidentCommand.Of("note", "note [at TIME] TEXT", "Adds to the timeline what nobody wrote in the room.", AddNote.Decide) with
            {
                ForTheRecord = true,
                Examples = ["note at 14:05 phoned the payment provider"],
            },
            IncidentCommand.Of("timeline", "timeline [all | only WHAT | hide|show|at|merge|highlight LETTERS…]", "Shows the highlights and the latest entries; chooses what is shown; “all” posts the whole as a file.", ShowTimeline.Decide) with
            {
                Needs = ShowTimeline.NeedsOf,
                Examples =
                [
                    "timeline", "timeline all", "timeline only highlights", "timeline only changes", "timeline only hidden", "timeline only @ana", "timeline only database",
                    "timeline hide k7q2 off topic", "timeline show k7q2", "timeline at k7q2 14:05", "timeline at k7q2 original", "timeline merge k7q2 m3x9", "timeline highlight k7q2",
                ],
            },
        ],
        Messages = [new(AddMessage, Timeline.AddMessage.Decide) { Needs = Timeline.AddMessage.NeedsOf }, new(Curate, CurateMessage.NotOpened)],
        Forms = [Timeline.AddMessage.Form, CurateMessage.Form],
        Buttons =
        [
            new(Whole, ShowTimeline.Decide) { Needs = ShowTimeline.NeedsOfButton },
        ],
    };
}
