using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Messages;
using IncidentBot.Teams.People;

namespace IncidentBot.Teams.Rooms;

/// <summary>Asks people into a room by mentioning them there, each once a room: a bot cannot put people into a team or chat.</summary>
internal sealed class Invitations(IAdapterRecords records, TeamsMessages messages, TeamsPeople people)
{
    /// <summary>In one message.</summary>
    public const int MostAtOnce = 20;

    public async Task InviteAsync(Place room, IReadOnlyList<PersonRef> wanted, CancellationToken ct)
    {
        var key = $"invited/{room.Channel}/{room.Thread}";
        var asked = await records.ReadAsync<List<string>>(key, ct) ?? [];
        var others = wanted.Where(person => person.Workspace == room.Channel.Workspace && !asked.Contains(person.Id)).DistinctBy(person => person.Id);
        foreach (var some in others.Chunk(MostAtOnce))
        {
            var named = new List<Person>();
            foreach (var person in some) named.Add(await people.FindAsync(TeamsIds.Tenant(person.Workspace), person.Id, null, room.Channel, ct));
            await messages.PostAsync(room, InvitationCards.Come(named), new($"{key}/{some[0].Id}"), ct);
            asked.AddRange(some.Select(person => person.Id));
            await records.WriteAsync(key, asked, ct);
        }
    }
}
