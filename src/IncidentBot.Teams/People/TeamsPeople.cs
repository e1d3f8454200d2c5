using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Api;
using IncidentBot.Teams.Conversations;

namespace IncidentBot.Teams.People;

/// <summary>People by their ids: learnt from what they do, asked for where that tells too little.</summary>
internal sealed class TeamsPeople(IAdapterRecords records, ConnectorApi api, ConversationReferences references) : IDisposable
{
    /// <summary>Who cannot be seen: an id is no name.</summary>
    public const string Unnamed = "Someone in Teams";

    private readonly Remembered<KnownPerson> _people = new(records, "person/");

    /// <summary>The person without asking anybody.</summary>
    /// <param name="id">The Entra object id or the <c>29:</c> id.</param>
    /// <param name="saidName">The name that came with what was said; used where no better one is known.</param>
    public Person Known(string tenant, string id, string? saidName) => Person(tenant, id, _people.Find(KeyOf(tenant, id)), saidName);

    /// <summary>The person, asked for in the teams that the bot is in where nobody told of them yet.</summary>
    public ValueTask<Person> FindAsync(string tenant, string id, string? saidName, CancellationToken ct) => FindAsync(tenant, id, saidName, null, ct);

    /// <param name="channel">Where the person was met; they are asked for there.</param>
    /// <inheritdoc cref="FindAsync(string, string, string?, CancellationToken)" />
    public async ValueTask<Person> FindAsync(string tenant, string id, string? saidName, ChannelRef? channel, CancellationToken ct)
    {
        var known = await _people.FindAsync(KeyOf(tenant, id), ct);
        if (known is null or { Object: null }) known = await AskAsync(tenant, id, channel, ct) ?? known;
        return Person(tenant, id, known, saidName);
    }

    /// <summary>The <c>29:</c> id by which Teams mentions and reaches a person; null where nobody told it.</summary>
    public async ValueTask<string?> MriAsync(PersonRef person, ChannelRef? channel, CancellationToken ct)
    {
        var tenant = TeamsIds.Tenant(person.Workspace);
        if (await _people.FindAsync(KeyOf(tenant, person.Id), ct) is { Mri: { } mri }) return mri;
        return (await AskAsync(tenant, person.Id, channel, ct))?.Mri;
    }

    /// <summary>As <see cref="MriAsync"/>, without asking anybody.</summary>
    public string? KnownMri(PersonRef person) => _people.Find(KeyOf(TeamsIds.Tenant(person.Workspace), person.Id))?.Mri;

    /// <summary>Learns who did something; durable when it returns.</summary>
    /// <exception cref="StoreUnavailableException">It was not kept.</exception>
    public async ValueTask LearnAsync(JsonElement activity, CancellationToken ct)
    {
        if (ActivityAddress.Of(activity) is not { } address || activity.Part("from") is not { } from || from.Text("id") is not { Length: > 0 } mri || mri == address.Bot) return;
        var known = await _people.FindAsync(KeyOf(address.Tenant, mri), ct);
        var name = from.Text("name") is { Length: > 0 } said ? said : known?.Name ?? "";
        await SaveAsync(new(address.Tenant, from.Text("aadObjectId") ?? known?.Object, mri, name, TimeZones.Of(activity) ?? known?.TimeZone), ct);
    }

    /// <summary>All members of a channel, a chat or a direct conversation.</summary>
    public async Task<IReadOnlyList<Person>> MembersAsync(ChannelRef channel, CancellationToken ct)
    {
        var reference = await references.ForAsync(channel, ct);
        var members = new List<Person>();
        string? continuation = null;
        do
        {
            var page = await api.SendAsync(HttpMethod.Get, reference.Service, ConnectorAddress.Members(reference.Id, continuation), null, new(reference.Tenant, reference.Id), "the list of members", ct) ?? default;
            foreach (var member in page.Items("members"))
                if (Read(reference.Tenant, member) is { } person && person.Mri != reference.Bot)
                {
                    await SaveAsync(person, ct);
                    members.Add(Known(person.Tenant, person.Id, null));
                }
            var next = page.Text("continuationToken");
            continuation = string.IsNullOrEmpty(next) || next == continuation ? null : next;
        }
        while (continuation is not null);
        return members;
    }

    public ValueTask LoadAsync(CancellationToken ct) => _people.LoadAsync(ct);

    public void Dispose() => _people.Dispose();

    private static string KeyOf(string tenant, string id) => $"{tenant}/{id}";

    private static Person Person(string tenant, string id, KnownPerson? known, string? saidName) => new(
        TeamsIds.Person(tenant, known?.Id ?? id), known is { Name.Length: > 0 } ? known.Name : string.IsNullOrWhiteSpace(saidName) ? Unnamed : saidName, known?.TimeZone);

    private async ValueTask SaveAsync(KnownPerson person, CancellationToken ct)
    {
        if (person.Mri is { } mri) await _people.SaveAsync(KeyOf(person.Tenant, mri), person, ct);
        if (person.Object is { } id) await _people.SaveAsync(KeyOf(person.Tenant, id), person, ct);
    }

    /// <summary>Asks where the person was met, else team by team. Null: nobody knows them, or nobody may be asked now.</summary>
    private async Task<KnownPerson?> AskAsync(string tenant, string id, ChannelRef? channel, CancellationToken ct)
    {
        List<(Uri Service, string Conversation)> places = channel is not null && references.Known(channel) is { } met
            ? [(met.Service, met.Id)]
            : [.. (await references.TeamsAsync(tenant, ct)).Select(team => (team.Service, team.Id))];
        foreach (var (service, conversation) in places)
            if (await AskAsync(tenant, id, service, conversation, ct) is { } person) return person;
        return null;
    }

    private async Task<KnownPerson?> AskAsync(string tenant, string id, Uri service, string conversation, CancellationToken ct)
    {
        try
        {
            var member = await api.SendAsync(HttpMethod.Get, service, ConnectorAddress.Member(conversation, id), null, new(tenant, conversation), "who a person is", ct);
            if (member is not { } json || Read(tenant, json) is not { } person) return null;
            person = person with { TimeZone = _people.Find(KeyOf(tenant, id))?.TimeZone };
            await SaveAsync(person, ct);
            return person;
        }
        catch (TeamsApiException unseen) when (unseen.Fault is not ChatFault.Temporary)
        {
            return null;
        }
    }

    // One endpoint calls the object id "aadObjectId", another "objectId".
    private static KnownPerson? Read(string tenant, JsonElement member) =>
        member.Text("id") is { Length: > 0 } mri ? new(tenant, member.Text("aadObjectId") ?? member.Text("objectId"), mri, member.Text("name") ?? member.Text("givenName") ?? "") : null;
}
