namespace IncidentBot.Teams.Tokens;

/// <summary>Who gives the bot its tokens: Entra for a secret or a certificate, the machine for a managed identity.</summary>
internal interface ITokenIssuer
{
    /// <param name="scope">The resource, without <c>/.default</c>.</param>
    /// <param name="tenant">Null: where the bot is registered.</param>
    /// <exception cref="TokenException">None is given.</exception>
    Task<IssuedToken> IssueAsync(string scope, string? tenant, CancellationToken ct);
}
