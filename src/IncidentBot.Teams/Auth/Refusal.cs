namespace IncidentBot.Teams.Auth;

/// <summary>Why a request is not taken.</summary>
/// <param name="Status">401: it does not prove that the Connector sent it. 403: it does, but it is not for this bot, or comes from where nobody may. 503: it could not be checked now.</param>
/// <param name="Why">For an operator, as the end of a sentence. Nothing of the token.</param>
internal sealed record Refusal(int Status, string Why)
{
    public static Refusal Unproven(string why) => new(401, why);

    public static Refusal Forbidden(string why) => new(403, why);

    public static Refusal Unchecked(string why) => new(503, why);
}
