namespace IncidentBot.Core.Luck;

/// <summary>Ids of the buttons, which are also the keys of their forms. Never renamed: messages that stand in rooms hold them.</summary>
public static class LuckButtons
{
    public const string Safeguard = "luck.safeguard";

    /// <summary>Also says again, with a new date, that a risk is still acceptable.</summary>
    public const string Accept = "luck.accept";
}
