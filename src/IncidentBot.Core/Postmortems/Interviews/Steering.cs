namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>What moves the review on.</summary>
public enum Steer
{
    Next,
    Skip,
    Back,
    Done,
}

/// <summary>Reads a reply that is nothing but a steering word.</summary>
public static class Steering
{
    /// <summary>Null for everything that says more: "Done!" and "“next”" steer, "we were done by 14:05" is an answer.</summary>
    public static Steer? Read(string text)
    {
        var from = 0;
        var to = text.Length;
        while (from < to && !char.IsLetterOrDigit(text[from])) from++;
        while (to > from && !char.IsLetterOrDigit(text[to - 1])) to--;
        return text[from..to].ToUpperInvariant() switch
        {
            "NEXT" => Steer.Next,
            "SKIP" => Steer.Skip,
            "BACK" => Steer.Back,
            "DONE" => Steer.Done,
            _ => null,
        };
    }
}
