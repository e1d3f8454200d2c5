using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.Api;
using IncidentBot.Tests.Teams.Workspace.State;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentBot.Tests.Teams.Workspace.Login;

/// <summary>Gives tokens for client credentials, and knows them again. learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow</summary>
public sealed class LoginServer(TeamsState state, WorkspaceOptions options)
{
    public const string BotScope = "https://api.botframework.com/.default";
    public const string GraphScope = "https://graph.microsoft.com/.default";
    private const string Assertion = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private readonly Dictionary<string, (string Tenant, string Scope, DateTimeOffset Until)> _given = [];

    /// <summary>How many were given.</summary>
    public int Given => _given.Count;

    /// <summary>Tokens that were given are good no more, as after a change of the secret.</summary>
    public void RevokeAll() => _given.Clear();

    public Answer Answer(string tenant, JsonNode? posted)
    {
        var fields = posted as JsonObject ?? [];
        if (Field("grant_type") != "client_credentials") return Refused(400, "unsupported_grant_type", "AADSTS70003");
        if (Field("client_id") != options.AppId) return Refused(400, "unauthorized_client", "AADSTS700016: the application was not found in the directory");
        if (tenant != WorkspaceOptions.Tenant && tenant != "botframework.com") return Refused(400, "invalid_request", "AADSTS90002: the tenant was not found");
        if (Scope(Field("scope")) is not { } scope) return Refused(400, "invalid_scope", "AADSTS70011: the scope is not valid");
        if (Field("client_assertion") is { } assertion ? !Accepts(tenant, Field("client_assertion_type"), assertion) : Field("client_secret") != options.ClientSecret) return Refused(401, "invalid_client", "AADSTS7000215: the secret or assertion is not valid");
        var token = state.NewId("test-token-");
        _given[token] = (tenant, scope, TimeProvider.System.GetUtcNow() + options.TokenLife);
        return new(200, new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = (int)options.TokenLife.TotalSeconds, ["ext_expires_in"] = (int)options.TokenLife.TotalSeconds, ["access_token"] = token });

        string? Field(string name) => (string?)fields[name];
    }

    /// <summary>Throws unless the header carries a good token for this scope.</summary>
    public void Check(string? authorization, string scope)
    {
        if (options.Anonymous)
        {
            if (!string.IsNullOrEmpty(authorization)) state.Violations.Enqueue("A token was sent although the bot is anonymous");
            return;
        }
        var token = authorization?.StartsWith("Bearer ", StringComparison.Ordinal) == true ? authorization["Bearer ".Length..] : "";
        if (!_given.TryGetValue(token, out var known)) throw new RefusalException(401, "Unauthorized", "Authorization has been denied for this request.");
        if (known.Scope != scope)
        {
            state.Violations.Enqueue($"A token for {known.Scope} was sent where one for {scope} is wanted");
            throw new RefusalException(401, "Unauthorized", "The token is for another audience.");
        }
        if (known.Tenant != WorkspaceOptions.Tenant) throw new RefusalException(401, "Unauthorized", "The token is of another tenant.");
        if (known.Until <= TimeProvider.System.GetUtcNow()) throw new RefusalException(401, "Unauthorized", "The token has expired.");
    }

    /// <summary>Microsoft Graph on this machine is still Microsoft Graph.</summary>
    private static string? Scope(string? asked) => asked switch
    {
        BotScope or GraphScope => asked,
        _ => Uri.TryCreate(asked, UriKind.Absolute, out var address) && address.IsLoopback && address.AbsolutePath.EndsWith("/.default", StringComparison.Ordinal) ? GraphScope : null,
    };

    // The signature of an assertion is the business of the tests of tokens; here it only has to be one for this place.
    private bool Accepts(string tenant, string? type, string assertion)
    {
        if (type != Assertion || assertion.Split('.') is not [_, var claims, { Length: > 0 }]) return false;
        var said = JsonNode.Parse(WebEncoders.Base64UrlDecode(claims))!;
        return (string?)said["iss"] == options.AppId && (string?)said["sub"] == options.AppId && ((string?)said["aud"])?.EndsWith($"/{tenant}/oauth2/v2.0/token", StringComparison.Ordinal) == true
            && said["exp"]?.GetValueKind() is JsonValueKind.Number && (long)said["exp"]! > TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
    }

    private static Answer Refused(int status, string error, string description) =>
        new(status, new JsonObject { ["error"] = error, ["error_description"] = string.Create(CultureInfo.InvariantCulture, $"{description} ({status})") });
}
