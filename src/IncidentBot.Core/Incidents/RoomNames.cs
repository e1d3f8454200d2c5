using System.Globalization;
using System.Text;
using IncidentBot.Core.Masking;

namespace IncidentBot.Core.Incidents;

/// <summary>Names for rooms that every platform takes: lower-case letters, digits, hyphens and underscores, at most 80.</summary>
public static class RoomNames
{
    /// <summary>Slack's limit, https://docs.slack.dev/reference/methods/conversations.create, the narrowest of the platforms.</summary>
    public const int MostCharacters = 80;

    private const string SlugWithoutLetters = "incident";

    public static string For(string template, IncidentId id, string title)
    {
        var frame = template.Replace("{number}", id.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var slug = Slug(Secrets.MaskAddress(title).Text) is { Length: > 0 } letters ? letters : SlugWithoutLetters;
        var room = Slug(frame.Replace("{slug}", slug, StringComparison.Ordinal));
        return room.Length <= MostCharacters ? room : CutAtWord(room);
    }

    private static string CutAtWord(string room)
    {
        var hyphen = room.LastIndexOf('-', MostCharacters);
        return room[..(hyphen > MostCharacters / 2 ? hyphen : MostCharacters)].TrimEnd('-', '_');
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant().Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_') slug.Append(letter);
            else if (Spelled(letter) is { } ascii) slug.Append(ascii);
            else if (char.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark && letter is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }

    /// <summary>Latin letters that do not come apart into a letter and a mark.</summary>
    private static string? Spelled(char letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => null,
    };
}
