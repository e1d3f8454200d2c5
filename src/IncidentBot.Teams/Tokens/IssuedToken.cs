namespace IncidentBot.Teams.Tokens;

/// <summary>A token and how long it lives. Never printed.</summary>
/// <param name="Issued">A timestamp of the clock, not a time: a clock that is set must not make a token look fresh.</param>
internal sealed record IssuedToken(string Token, TimeSpan Lifetime, long Issued)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>Renewed five minutes early; one that lives shorter than ten, at half of its life.</summary>
    public bool IsFresh(TimeProvider time) => time.GetElapsedTime(Issued) < Lifetime - (Lifetime < Margin * 2 ? Lifetime / 2 : Margin);

    public bool IsValid(TimeProvider time) => time.GetElapsedTime(Issued) < Lifetime;

    public override string ToString() => "a token";
}
