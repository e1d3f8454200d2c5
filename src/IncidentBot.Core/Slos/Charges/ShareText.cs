using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Core.Slos.Charges;

/// <summary>What a text says as a share of users: <see cref="Of"/>, <see cref="None"/> or <see cref="Refused"/>.</summary>
internal abstract record ShareReading
{
    private ShareReading()
    {
    }

    /// <param name="Bad">0 to 1.</param>
    public sealed record Of(double Bad) : ShareReading;

    /// <summary>A figure that was stated is taken back.</summary>
    public sealed record None : ShareReading;

    public sealed record Refused(string Sentence) : ShareReading;
}

/// <summary>Reads a share as people write it: <c>37%</c>, <c>37</c>, <c>0.37</c>, <c>all</c>; and <c>none</c>.</summary>
internal static partial class ShareText
{
    public static ShareReading Read(string text) => TakeLeading(text) is ({ } share, "") ? share : new ShareReading.Refused(ChargeCards.ShareNotUnderstood(text));

    /// <summary>Takes a share off the head of a text; null where the text begins otherwise.</summary>
    public static (ShareReading? Share, string Remaining) TakeLeading(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match) return (null, text);
        var rest = text[match.Length..].Trim();
        if (match.Groups["none"].Success) return (new ShareReading.None(), rest);
        if (match.Groups["all"].Success) return (new ShareReading.Of(1), rest);
        var number = double.Parse(match.Groups["number"].ValueSpan.ToString().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var isPercent = match.Groups["percent"].Success || number > 1;
        if (!isPercent && number is 1) return (new ShareReading.Refused(ChargeCards.OneOfWhat), rest);
        var share = isPercent ? number / 100 : number;
        return (share > 1 ? new ShareReading.Refused(ChargeCards.OverAll(match.Value.Trim())) : new ShareReading.Of(share), rest);
    }

    // What is said of whom belongs to the share: "37% of users".
    [GeneratedRegex(@"^\s*((?<none>none)|(?<all>all|everyone|everybody)|(?<number>[0-9]{1,9}([.,][0-9]{1,9})?)\s*(?<percent>%|per\s?cent)?)(?=[\s,]|$)(\s*of(\s+(all|the|our))*\s+\p{L}+)?\s*,?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
