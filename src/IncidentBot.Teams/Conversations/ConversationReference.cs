using IncidentBot.Core.Chat;
using IncidentBot.Teams.Api;

namespace IncidentBot.Teams.Conversations;

/// <summary>How a channel, a chat or a direct conversation is reached.</summary>
/// <param name="Id">Teams' own, without <c>;messageid=</c>.</param>
/// <param name="Bot">The bot's id there, <c>28:…</c>.</param>
internal sealed record ConversationReference(string Tenant, string Id, ConversationKind Kind, string ServiceUrl, string Bot)
{
    /// <summary>The channel's or chat's name, where Teams told it.</summary>
    public string? Name { get; init; }

    /// <summary>Of a channel: its team, by the thread id of the team's General channel.</summary>
    public string? Team { get; init; }

    /// <summary>Of a direct conversation: the person, by the id by which Teams gave it.</summary>
    public string? Person { get; init; }

    public Uri Service => new(ServiceUrl);

    public ConnectorLine Line => new(Tenant, Id);

    public ChannelRef Channel => Kind switch
    {
        ConversationKind.Channel => TeamsIds.Channel(Tenant, Id),
        ConversationKind.Chat => TeamsIds.Chat(Tenant, Id),
        ConversationKind.Personal => TeamsIds.Personal(Tenant, Id),
    };
}

/// <summary>The <c>conversationType</c> of an activity.</summary>
internal enum ConversationKind
{
    Channel,
    Chat,
    Personal,
}
