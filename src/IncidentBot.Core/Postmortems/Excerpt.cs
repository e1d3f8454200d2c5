namespace IncidentBot.Core.Postmortems;

/// <summary>The beginning of a text that is too long for where it is shown.</summary>
public static class Excerpt
{
    /// <param name="rest">Says where the whole of it is; never cut without it.</param>
    public static string Of(string text, int most, string rest)
    {
        if (text.Length <= most) return text;
        var end = text.LastIndexOfAny([' ', '\n'], most);
        if (end < most / 2) end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end].TrimEnd() + rest;
    }
}
