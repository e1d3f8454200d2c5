namespace IncidentBot.Teams.Auth;

internal static class BearerToken
{
    private const string Scheme = "Bearer";

    /// <summary>The token of an <c>Authorization</c> header of exactly two parts; null for any other.</summary>
    public static string? Of(string? authorization) =>
        authorization?.Split(' ') is [var scheme, { Length: > 0 } token] && scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase) ? token : null;
}
