using IncidentBot.Teams.Api;

namespace IncidentBot.Teams.Conversations;

/// <summary>A team that the bot is in.</summary>
/// <param name="Id">The thread id of its General channel.</param>
internal sealed record TeamReference(string Tenant, string Id, string ServiceUrl, string Bot)
{
    public string? Name { get; init; }

    /// <summary>Its Entra group, by which Microsoft Graph and links know it; null: not told yet.</summary>
    public string? Group { get; init; }

    public Uri Service => new(ServiceUrl);

    public ConnectorLine Line => new(Tenant, Id);
}
