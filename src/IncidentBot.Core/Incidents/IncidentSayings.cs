using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Masking;

namespace IncidentBot.Core.Incidents;

/// <summary>The cards that show an incident wherever it stands.</summary>
internal static class IncidentSayings
{
    /// <summary>Where something can be said to the people who work on it; null while there is no room, and when it is gone.</summary>
    public static Place? RoomOf(Incident incident) => incident.RoomGone ? null : incident.Room;

    /// <summary>Where stakeholders read; null when there is no such channel, the incident is private, or they are in that channel already.</summary>
    public static Place? AnnouncedIn(Incident incident, BotSettings settings) =>
        settings.AnnounceChannel is { Length: > 0 } channel && !incident.Private && !AnnounceChannel.Houses(channel, incident) ? new(new(incident.Id.Workspace, channel)) : null;

    /// <summary>What a room that has just become the incident's is told, and everybody else.</summary>
    public static IEnumerable<Saying> Opened(Incident incident, Situation now)
    {
        if (RoomOf(incident) is { } room)
        {
            yield return Living(incident, room, now);
            foreach (var saying in Invited(incident, room, incident.Roles)) yield return saying;
        }
        if (AnnouncedIn(incident, now.Settings) is { } announced) yield return new Say(announced, IncidentCards.Announcement(Outward.Of(incident)), CardKeys.Announcement(incident.Id));
    }

    /// <summary>The standing cards that a change makes out of date, as they read now.</summary>
    public static IEnumerable<Saying> Refreshed(Incident before, Incident after, Situation now)
    {
        if (ReferenceEquals(before, after)) yield break;
        if (RoomOf(after) is { } room)
        {
            yield return Living(after, room, now);
            foreach (var fact in after.Prompted.Where(fact => before.Prompted.Contains(fact) && before.Latest(fact) != after.Latest(fact)))
                yield return new Say(room, PromptCards.Standing(after, fact, now.RoomKind, now.CommandPrefix), CardKeys.Prompt(after.Id, fact)) { OnlyUpdate = true };
            if (HasItsOwnChannel(after) && IncidentCards.Topic(before) != IncidentCards.Topic(after)) yield return new SetTopic(room, IncidentCards.Topic(after));
            foreach (var saying in Invited(after, room, before.Room == after.Room ? after.Roles.Except(before.Roles) : after.Roles)) yield return saying;
        }
        if (AnnouncedIn(after, now.Settings) is { } announced && IsNewsOutside(before, after))
            yield return new Say(announced, IncidentCards.Announcement(Outward.Of(after)), CardKeys.Announcement(after.Id)) { OnlyUpdate = true };
    }

    /// <summary>A channel was opened for this incident: its head is ours to write.</summary>
    public static bool HasItsOwnChannel(Incident incident) => incident is { Room: { Thread: null }, HeardFrom: null };

    private static IEnumerable<Saying> Invited(Incident incident, Place room, IEnumerable<RoleHolder> roles)
    {
        PersonRef[] outside = [.. roles.Select(role => role.Person.Ref).Distinct().Except(incident.Members)];
        return outside.Length > 0 ? [new Invite(room, outside)] : [];
    }

    public static Say Living(Incident incident, Place room, Situation now) => new(room, IncidentCards.Living(incident, now.CommandPrefix), CardKeys.Living(incident.Id)) { Pin = true };

    private static bool IsNewsOutside(Incident before, Incident after) =>
        (before.TitleAsWritten, before.Severity, before.Status, before.Commander, before.Room, before.RoomName) != (after.TitleAsWritten, after.Severity, after.Status, after.Commander, after.Room, after.RoomName);
}
