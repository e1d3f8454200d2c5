using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.People;

namespace IncidentBot.Teams.Events;

/// <summary>People as activities name them: <c>{id, aadObjectId, name}</c>.</summary>
internal static class Accounts
{
    public const string NamelessBot = "a bot";

    /// <summary>Who stands in <c>from</c>, with the time zone that the client tells.</summary>
    public static async ValueTask<Person> ReadAsync(Activity said, JsonElement from, CancellationToken ct)
    {
        var person = await OfAsync(said, from, ct);
        return TimeZones.Of(said.Body) is { } zone ? person with { TimeZone = zone } : person;
    }

    /// <summary>Anyone else that an activity names.</summary>
    public static ValueTask<Person> OfAsync(Activity said, JsonElement account, CancellationToken ct)
    {
        var (id, name) = (account.Filled("id"), account.Filled("name"));
        if (id is not null && Activity.IsBot(id)) return ValueTask.FromResult(new Person(TeamsIds.Person(said.Tenant, id), name ?? NamelessBot));
        return (account.Filled("aadObjectId") ?? account.Filled("objectId") ?? id) is { } known ? said.Reading.People(said.Tenant, known, name, said.Place.Channel, ct) : ValueTask.FromResult(Nobody(said.Tenant));
    }

    /// <summary>For what Teams tells without saying who did it.</summary>
    public static Person Nobody(string tenant) => new(TeamsIds.Person(tenant, "teams"), "Teams");
}
