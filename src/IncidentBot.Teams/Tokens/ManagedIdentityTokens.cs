using System.Text.Json;

namespace IncidentBot.Teams.Tokens;

/// <summary>Tokens from the machine, for a bot that is registered as a user-assigned managed identity: its client id is the app id.</summary>
internal sealed class ManagedIdentityTokens(TeamsOptions options, ManagedIdentity identity, TokenRequest tokens) : ITokenIssuer
{
    // https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#get-a-token-using-http
    private const string InstanceMetadata = "http://169.254.169.254/metadata/identity/oauth2/token";
    private const string InstanceMetadataVersion = "2018-02-01";
    private const string AppServiceVersion = "2019-08-01";

    /// <remarks>A managed identity lives in one tenant; there is no other to ask.</remarks>
    public async Task<IssuedToken> IssueAsync(string scope, string? tenant, CancellationToken ct)
    {
        var (address, version) = identity.Endpoint is { } endpoint ? (endpoint.AbsoluteUri, AppServiceVersion) : (InstanceMetadata, InstanceMetadataVersion);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}?api-version={version}&resource={Uri.EscapeDataString(scope)}&client_id={Uri.EscapeDataString(options.AppId)}");
        if (identity.Endpoint is null) request.Headers.Add("Metadata", "true");
        else request.Headers.Add("X-IDENTITY-HEADER", identity.Header);
        return await tokens.SendAsync(request, "The managed identity", Explain, ct);
    }

    private static string Explain(JsonElement? body) => "Assign the identity whose client id is Teams:AppId to this machine.";
}
