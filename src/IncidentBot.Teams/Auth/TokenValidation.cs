using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IncidentBot.Teams.Auth;

/// <summary>Whether a token is one that the Connector signed for this bot, to use in Teams.</summary>
/// <remarks>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication</remarks>
internal sealed class TokenValidation(TeamsOptions options, ConnectorKeys keys, TimeProvider time)
{
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const string ServiceUrlClaim = "serviceurl";
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly JsonWebTokenHandler Tokens = new();

    /// <summary>The service URL that the token was given for, or why it is refused.</summary>
    public async Task<(string? ServiceUrl, Refusal? Refusal)> ReadAsync(string? authorization, CancellationToken ct)
    {
        if (BearerToken.Of(authorization) is not { } text) return Refuse("it has no bearer token");
        if (Parse(text) is not { } token) return Refuse("its token cannot be read");
        if (!Algorithms.Contains(token.Alg) || token.Kid is not { Length: > 0 } id) return Refuse("its token is not signed as the Connector's are");
        try
        {
            if (await keys.FindAsync(id, ct) is not { } key) return Refuse("its token is signed with no key of the Connector");
            if (!key.Endorsements.Contains(ActivityRules.Channel)) return Refuse("its token is signed with a key that is not endorsed for Teams");
            return await ReadAsync(token, key);
        }
        catch (KeysUnavailableException)
        {
            return (null, Refusal.Unchecked("the Connector's keys cannot be read now"));
        }
    }

    private async Task<(string? ServiceUrl, Refusal? Refusal)> ReadAsync(JsonWebToken token, ConnectorKey key)
    {
        var result = await Tokens.ValidateTokenAsync(token, Expecting(key.Key));
        if (!result.IsValid) return Refuse(Why(result.Exception));
        return token.TryGetPayloadValue<string>(ServiceUrlClaim, out var serviceUrl) && serviceUrl is { Length: > 0 } ? (serviceUrl, null) : Refuse("its token names no service URL");
    }

    private TokenValidationParameters Expecting(SecurityKey key) => new()
    {
        ValidIssuer = options.Issuer,
        ValidAudience = options.AppId,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        ValidAlgorithms = Algorithms,
        IssuerSigningKey = key,
        LifetimeValidator = (from, to, _, _) => to is { } end && time.GetUtcNow().UtcDateTime is var now && end >= now - Skew && (from is not { } start || start <= now + Skew),
    };

    private static JsonWebToken? Parse(string text)
    {
        try
        {
            return Tokens.ReadJsonWebToken(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static (string?, Refusal?) Refuse(string why) => (null, Refusal.Unproven(why));

    private static string Why(Exception? refused) => refused switch
    {
        SecurityTokenInvalidIssuerException => "its token is not of Teams:Issuer",
        SecurityTokenInvalidAudienceException => "its token is for another bot than Teams:AppId",
        SecurityTokenInvalidLifetimeException => "its token is not valid at this time, by the clock of this machine",
        SecurityTokenInvalidSignatureException => "the signature of its token is wrong",
        _ => "its token is not valid",
    };
}
