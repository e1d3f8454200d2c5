using System.Globalization;

namespace IncidentBot.Settings.Slos;

/// <summary>A share as people write it: <c>99.9%</c> or <c>0.999</c>.</summary>
internal static class Percentage
{
    /// <summary>1 is all of it; null when it is no number. <c>99.9</c> is 99.9 times all of it, whatever was meant.</summary>
    public static decimal? Read(string written)
    {
        var text = written.Trim();
        var isPercent = text.EndsWith('%');
        if (!decimal.TryParse(isPercent ? text[..^1].TrimEnd() : text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return null;
        return isPercent ? number / 100 : number;
    }
}
