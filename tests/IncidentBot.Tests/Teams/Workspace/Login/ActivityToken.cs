using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Workspace.Login;

/// <summary>What the token of an activity says. learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication</summary>
public sealed record ActivityToken(string? Audience, string? ServiceUrl)
{
    public const string Issuer = "https://api.botframework.com";

    public string IssuedBy { get; init; } = Issuer;

    public DateTimeOffset From { get; init; } = TimeProvider.System.GetUtcNow().AddMinutes(-1);

    public DateTimeOffset Until { get; init; } = TimeProvider.System.GetUtcNow().AddHours(1);

    public JsonObject ToClaims()
    {
        var claims = new JsonObject { ["iss"] = IssuedBy, ["nbf"] = From.ToUnixTimeSeconds(), ["exp"] = Until.ToUnixTimeSeconds() };
        if (ServiceUrl is not null) claims["serviceurl"] = ServiceUrl;
        if (Audience is not null) claims["aud"] = Audience;
        return claims;
    }
}
