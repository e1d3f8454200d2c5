using IncidentBot.Teams.Conversations;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Rendering;

namespace IncidentBot.Teams.Messages;

/// <summary>What cards say of people and rooms: by the ids and links that are known here.</summary>
internal sealed class CardRefs(TeamsPeople people, Links links)
{
    public TeamsRefs Known => new() { MentionId = person => TeamsIds.IsTeams(person.Workspace) ? people.KnownMri(person) ?? person.Id : null, RoomAddress = links.ToRoom };
}
