using System.Text.Json;

namespace IncidentBot.Teams.Auth;

/// <summary>Whether a request comes from Teams, for this bot, and from where it may. First the token, then, once the body is read, what the activity says.</summary>
internal sealed class ActivityAuthentication(TeamsOptions options, TokenValidation tokens)
{
    /// <summary>The service URL that the token proves, null in trials without tokens; or why the request is refused.</summary>
    public Task<(string? ServiceUrl, Refusal? Refusal)> CheckAsync(string? authorization, CancellationToken ct) =>
        options.AllowAnonymous ? Task.FromResult<(string?, Refusal?)>((null, null)) : tokens.ReadAsync(authorization, ct);

    /// <summary>Why the activity is refused; null when it is taken.</summary>
    public Refusal? Refuses(JsonElement activity, string? provenServiceUrl) => ActivityRules.Refuses(activity, provenServiceUrl, options);
}
