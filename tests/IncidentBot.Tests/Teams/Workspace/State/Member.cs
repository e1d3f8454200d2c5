using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Workspace.State;

/// <summary>A person of the tenant, or the bot.</summary>
/// <param name="Id">For the bot <c>28:…</c>, for people <c>29:…</c>.</param>
/// <param name="Name">As tests name them.</param>
/// <param name="AadId">The Entra object id.</param>
public sealed record Member(string Id, string Name, string DisplayName, string AadId, string TimeZone)
{
    public bool IsBot => Id.StartsWith("28:", StringComparison.Ordinal);

    public string Mail => $"{Name}@contoso.example";

    /// <summary>As <c>from</c> of an activity.</summary>
    public JsonObject ToAccount() => new() { ["id"] = Id, ["name"] = DisplayName, ["aadObjectId"] = AadId };

    /// <summary>As the Connector tells members.</summary>
    public JsonObject ToMember() => new()
    {
        ["id"] = Id,
        ["aadObjectId"] = AadId,
        ["name"] = DisplayName,
        ["givenName"] = DisplayName.Split(' ')[0],
        ["surname"] = DisplayName.Split(' ')[^1],
        ["email"] = Mail,
        ["userPrincipalName"] = Mail,
        ["tenantId"] = WorkspaceOptions.Tenant,
        ["userRole"] = "user",
    };
}
