namespace IncidentBot.Teams.Tokens;

/// <summary>Where this machine gives tokens for a managed identity.</summary>
/// <param name="Endpoint">App Service's and Container Apps'; null: the metadata service of a virtual machine.</param>
/// <param name="Header">Proves to App Service that this process asks.</param>
internal sealed record ManagedIdentity(Uri? Endpoint, string? Header)
{
    /// <summary>https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference</summary>
    public static ManagedIdentity OfThisProcess() =>
        Uri.TryCreate(Environment.GetEnvironmentVariable("IDENTITY_ENDPOINT"), UriKind.Absolute, out var endpoint) ? new(endpoint, Environment.GetEnvironmentVariable("IDENTITY_HEADER")) : new(null, null);

    public override string ToString() => Endpoint is null ? "instance metadata" : "App Service";
}
