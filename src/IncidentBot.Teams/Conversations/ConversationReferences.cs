using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Teams.Conversations;

/// <summary>How conversations and teams are reached: learnt from each activity, for all of it may change.</summary>
internal sealed class ConversationReferences(IAdapterRecords records, Threads threads) : IDisposable
{
    private readonly Remembered<ConversationReference> _conversations = new(records, "conversation/");
    private readonly Remembered<TeamReference> _teams = new(records, "team/");

    /// <summary>Learns from what Teams delivered; durable when it returns. Where the bot was taken out, forgets.</summary>
    /// <exception cref="StoreUnavailableException">It was not kept.</exception>
    public async ValueTask LearnAsync(JsonElement activity, CancellationToken ct)
    {
        if (ActivityAddress.Of(activity) is not { } address) return;
        var data = activity.Part("channelData") ?? default;
        var team = data.Part("team")?.Text("id") ?? data.Text("teamsTeamId");
        if (Removal.Of(activity, address.Bot))
        {
            await ForgetAsync(address, team, ct);
            return;
        }
        threads.Heard(activity, address);
        if (team is not null) await LearnTeamAsync(address, team, data.Part("team") ?? default, ct);
        var person = address.Kind is ConversationKind.Personal ? activity.Part("from")?.Text("id") : null;
        await LearnConversationAsync(address, address.Conversation, team, activity.Part("conversation")?.Text("name"), person, ct);
        if (address.Kind is ConversationKind.Channel && data.Part("channel") is { } channel && channel.Text("id") is { Length: > 0 } id)
            await (data.Text("eventType") == "channelDeleted"
                ? _conversations.RemoveAsync(KeyOf(address.Tenant, id), ct)
                : LearnConversationAsync(address, id, team, channel.Text("name"), null, ct));
    }

    /// <exception cref="ChatException">The bot is not there, as far as it knows.</exception>
    public async ValueTask<ConversationReference> ForAsync(ChannelRef channel, CancellationToken ct) =>
        await _conversations.FindAsync(KeyOf(TeamsIds.Tenant(channel.Workspace), TeamsIds.Own(channel)), ct)
        ?? throw new ChatException(ChatFault.Refused, "The bot is not in this conversation of Teams any more, or was never in it: add the app to the team or chat, then mention the bot there once.");

    /// <summary>The team of a channel; null for what is no channel, and where Teams has not told it.</summary>
    public async ValueTask<TeamReference?> TeamOfAsync(ChannelRef channel, CancellationToken ct)
    {
        await LoadAsync(ct);
        return KnownTeamOf(channel);
    }

    /// <summary>As <see cref="TeamOfAsync"/>, without asking the store.</summary>
    public TeamReference? KnownTeamOf(ChannelRef channel)
    {
        var tenant = TeamsIds.Tenant(channel.Workspace);
        return _conversations.Find(KeyOf(tenant, TeamsIds.Own(channel)))?.Team is { } team ? _teams.Find(KeyOf(tenant, team)) : null;
    }

    /// <summary>The channel or chat as far as it is known, without asking the store.</summary>
    public ConversationReference? Known(ChannelRef channel) => _conversations.Find(KeyOf(TeamsIds.Tenant(channel.Workspace), TeamsIds.Own(channel)));

    /// <summary>The teams of a tenant that the bot is in.</summary>
    public async ValueTask<IReadOnlyList<TeamReference>> TeamsAsync(string tenant, CancellationToken ct)
    {
        await _teams.LoadAsync(ct);
        return [.. _teams.All.Where(team => team.Tenant == tenant).OrderBy(team => team.Id, StringComparer.Ordinal)];
    }

    /// <summary>As <see cref="TenantsAsync"/>, without asking the store.</summary>
    public IReadOnlyList<string> KnownTenants => [.. _conversations.All.Select(conversation => conversation.Tenant).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The tenants in which the bot was spoken to.</summary>
    public async ValueTask<IReadOnlyList<string>> TenantsAsync(CancellationToken ct)
    {
        await _conversations.LoadAsync(ct);
        return KnownTenants;
    }

    /// <summary>The channels of a team in which the bot has heard anything.</summary>
    public async ValueTask<IReadOnlyList<ChannelRef>> ChannelsOfAsync(string tenant, string team, CancellationToken ct)
    {
        await _conversations.LoadAsync(ct);
        return [.. _conversations.All.Where(channel => channel.Tenant == tenant && channel.Team == team).Select(channel => channel.Channel)];
    }

    /// <summary>Any conversation of a tenant: all are reached through the same service.</summary>
    public async ValueTask<ConversationReference?> AnyAsync(string tenant, CancellationToken ct)
    {
        await _conversations.LoadAsync(ct);
        return _conversations.All.Where(conversation => conversation.Tenant == tenant).MinBy(conversation => conversation.Id, StringComparer.Ordinal);
    }

    /// <summary>The direct conversation with a person, by any of the ids.</summary>
    public async ValueTask<ConversationReference?> WithAsync(string tenant, IReadOnlyCollection<string> person, CancellationToken ct)
    {
        await _conversations.LoadAsync(ct);
        return _conversations.All.FirstOrDefault(conversation => conversation.Kind is ConversationKind.Personal && conversation.Tenant == tenant && conversation.Person is { } with && person.Contains(with));
    }

    public async ValueTask LoadAsync(CancellationToken ct)
    {
        await _conversations.LoadAsync(ct);
        await _teams.LoadAsync(ct);
    }

    public ValueTask SaveAsync(ConversationReference conversation, CancellationToken ct) => _conversations.SaveAsync(KeyOf(conversation.Tenant, conversation.Id), conversation, ct);

    public ValueTask SaveAsync(TeamReference team, CancellationToken ct) => _teams.SaveAsync(KeyOf(team.Tenant, team.Id), team, ct);

    public void Dispose()
    {
        _conversations.Dispose();
        _teams.Dispose();
    }

    private static string KeyOf(string tenant, string id) => $"{tenant}/{id}";

    private async ValueTask LearnConversationAsync(ActivityAddress from, string id, string? team, string? name, string? person, CancellationToken ct)
    {
        var known = await _conversations.FindAsync(KeyOf(from.Tenant, id), ct);
        await SaveAsync(new ConversationReference(from.Tenant, id, from.Kind, from.ServiceUrl, from.Bot) { Name = Or(name, known?.Name), Team = team ?? known?.Team, Person = person ?? known?.Person }, ct);
    }

    private async ValueTask LearnTeamAsync(ActivityAddress from, string id, JsonElement team, CancellationToken ct)
    {
        var known = await _teams.FindAsync(KeyOf(from.Tenant, id), ct);
        await SaveAsync(new TeamReference(from.Tenant, id, from.ServiceUrl, from.Bot) { Name = Or(team.Text("name"), known?.Name), Group = Or(team.Text("aadGroupId"), known?.Group) }, ct);
    }

    private async ValueTask ForgetAsync(ActivityAddress from, string? team, CancellationToken ct)
    {
        await _conversations.RemoveAsync(KeyOf(from.Tenant, from.Conversation), ct);
        if (team is null) return;
        foreach (var channel in _conversations.All.Where(channel => channel.Tenant == from.Tenant && channel.Team == team).ToList())
            await _conversations.RemoveAsync(KeyOf(channel.Tenant, channel.Id), ct);
        await _teams.RemoveAsync(KeyOf(from.Tenant, team), ct);
    }

    private static string? Or(string? said, string? known) => string.IsNullOrWhiteSpace(said) ? known : said;
}
