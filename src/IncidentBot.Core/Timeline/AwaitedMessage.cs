using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Timeline;

/// <summary>The entry of a message before the message itself is heard.</summary>
internal static class AwaitedMessage
{
    /// <summary>The entry that is known, else one that waits for the message.</summary>
    public static TimelineEntry Or(TimelineEntry? known, Incident incident, ChatEvent said, MessageRef message) => known switch
    {
        null => Of(incident, said, message),
        { AwaitsMessage: true } when said is not HighlightSet => known with { At = Routing.PostedAt(said) }, // a highlight does not tell when the message was posted
        _ => known,
    };

    private static TimelineEntry Of(Incident incident, ChatEvent said, MessageRef message)
    {
        var at = Routing.PostedAt(said);
        return new()
        {
            Id = TimelineEntry.IdOf(message),
            Incident = incident.Id,
            Kind = EntryKind.Message,
            At = at,
            By = said.By,
            Text = "",
            Message = message,
            Thread = ThreadOf(incident, said),
            AfterResolution = IsAfterResolution(incident, at),
            AwaitsMessage = true,
        };
    }

    /// <summary>Null for what stands at the top level of the room, which may itself be a thread.</summary>
    public static string? ThreadOf(Incident incident, ChatEvent said) => said.Place == incident.Room ? null : said.Place.Thread;

    public static bool IsAfterResolution(Incident incident, DateTimeOffset at) => !incident.IsOpen && incident.Reached(MilestoneKind.Resolved) is { } resolved && at > resolved.At;
}
