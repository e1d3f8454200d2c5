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

    public static readonly Capability Table = new()
    {
        Commands =
        [
            IncidentCommand.Of("note", "note [at TIME] TEXT", "Adds to the timeline what nobody wrote in the room.", AddNote.Decide) with
            {
                ForTheRecord = true,
                Examples = ["note at 14:05 phoned the payment provider"],
            },
            IncidentCommand.Of("timeline", "timeline [all]", "Shows the highlights and the latest entries, or posts the whole as a file.", ShowTimeline.Decide) with { Needs = ShowTimeline.NeedsOf },
        ],
        Messages = [new(AddMessage, Timeline.AddMessage.Decide) { Needs = Timeline.AddMessage.NeedsOf }],
        Forms = [Timeline.AddMessage.Form],
        Buttons =
        [
            new(Whole, ShowTimeline.Decide) { Needs = ShowTimeline.NeedsOfButton },
        ],
    };
}
