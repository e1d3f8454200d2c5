using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Timeline;

/// <summary>The entry of a message before the message itself is heard.</summary>
internal static class AwaitedMessage
{
    public static TimelineEntry Of(Incident incident, ChatEvent said, MessageRef message)
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
