using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Core.Masking;

/// <summary>Numbers of payment cards: a length and a prefix that an issuer gives out, and the check digit (ISO/IEC 7812-1).</summary>
internal static partial class CardRules
{
    public static readonly IReadOnlyList<SecretRule> All = [new("card-number", "card number", Card()) { Holds = IsCard }];

    // In groups as cards print them, or in one piece; a part of a longer number, an id or a decimal is none.
    [GeneratedRegex(@"(?<![A-Za-z0-9_.#/-])([0-9]{4}(?<mark>[ -])[0-9]{4}\k<mark>[0-9]{4}\k<mark>[0-9]{4}(\k<mark>[0-9]{1,3})?|3[47][0-9]{2}(?<gap>[ -])[0-9]{6}\k<gap>[0-9]{5}|[0-9]{13,19})(?![A-Za-z0-9_]|[.-][0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Card();

    private static bool IsCard(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return Issued(digits) && HasCheckDigit(digits);
    }

    private static bool Issued(string digits)
    {
        var (two, three, four) = (Begins(2), Begins(3), Begins(4));
        return digits.Length switch
        {
            15 => two is 34 or 37,
            14 => two is 36 or 38 or 39 || three is >= 300 and <= 305,
            16 => digits[0] == '4' || two is >= 51 and <= 55 or 65 || four is >= 2221 and <= 2720 or 6011 || three is >= 644 and <= 649 || four is >= 3528 and <= 3589 || two is 62,
            13 or 19 => digits[0] == '4',
            _ => false,
        };

        int Begins(int length) => int.Parse(digits.AsSpan(0, length), CultureInfo.InvariantCulture);
    }

    private static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0 && digits.Distinct().Skip(1).Any();
    }
}
