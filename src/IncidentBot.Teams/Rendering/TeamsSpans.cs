using System.Globalization;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>What Teams makes of times and addresses; the same in both kinds of text.</summary>
internal static class TeamsSpans
{
    /// <summary>Shown in the reader's zone and language: learn.microsoft.com/adaptive-cards/authoring-cards/text-features#datetime-function-rules</summary>
    public static string Moment(Moment moment) =>
        moment.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) is var at ? $"{{{{DATE({at}, SHORT)}}}} {{{{TIME({at})}}}}" : "";

    /// <summary>The address where it may be followed; null: the label stands alone. What would end a link's markup is percent-encoded.</summary>
    public static string? Address(string url)
    {
        var trimmed = url.Trim();
        return WebAddress.Is(trimmed) && !CleanText.Of(trimmed).Contains('\uFFFD') ? string.Concat(trimmed.Select(Safe)) : null;
    }

    public static string Name(Mention mention) => "@" + mention.Name;

    public static string Name(RoomLink room) => "#" + room.Name;

    private static string Safe(char c) => c is '(' or ')' or '*' or '[' or ']' or '<' or '>' or '"' or '`' or '\\' or '|' or '^' or '{' or '}' || char.IsControl(c) || char.IsWhiteSpace(c)
        ? $"%{(int)c:X2}"
        : c.ToString();
}
