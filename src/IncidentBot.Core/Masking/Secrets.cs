using System.Text;

namespace IncidentBot.Core.Masking;

/// <summary>Finds secrets in what people wrote, offline and by rules alone, and masks them. What is masked never comes back: only the rule's name stays.</summary>
/// <remarks>Every pattern is read in time linear to the text, so none needs a time limit and the same text always reads the same.</remarks>
public static class Secrets
{
    /// <summary>All rules; an earlier one names what several find.</summary>
    public static IReadOnlyList<SecretRule> Rules { get; } = [.. KeyRules.All, .. CloudRules.All, .. PlatformRules.All, .. HeaderRules.All, .. PasswordRules.All, .. CardRules.All];

    /// <summary>The text with each secret replaced by what it was, e.g. <c>[masked: AWS access key]</c>. Masking what is masked changes nothing.</summary>
    public static Masked Mask(string text) => Mask(text, rule => $"[masked: {rule.Name}]");

    /// <summary>As <see cref="Mask(string)"/>, so that what is left is still an address or a name.</summary>
    public static Masked MaskAddress(string url) => Mask(url, _ => "masked");

    public static bool AreIn(string text) => Find(text).Count > 0;

    /// <summary>In the order in which they stand; what overlaps is one secret.</summary>
    private static List<FoundSecret> Find(string text)
    {
        var found = new List<FoundSecret>();
        foreach (var one in Rules.SelectMany(rule => rule.In(text)))
        {
            var overlapping = found.FindIndex(other => one.Start < other.End && other.Start < one.End);
            if (overlapping < 0) found.Add(one);
            else found[overlapping] = found[overlapping].With(one);
        }
        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        return found;
    }

    private static Masked Mask(string text, Func<SecretRule, string> replacement)
    {
        var found = Find(text);
        if (found.Count == 0) return new(text, []);
        var masked = new StringBuilder(text.Length);
        var from = 0;
        foreach (var secret in found)
        {
            if (secret.Start > from) masked.Append(text, from, secret.Start - from);
            if (secret.Start >= from) masked.Append(replacement(secret.Rule));
            from = Math.Max(from, secret.End);
        }
        return new(masked.Append(text, from, text.Length - from).ToString(), found);
    }
}

/// <param name="Found">Where in the original the secrets stood; never the secrets themselves.</param>
public sealed record Masked(string Text, IReadOnlyList<FoundSecret> Found);

public sealed record FoundSecret(SecretRule Rule, int Start, int Length)
{
    public int End => Start + Length;

    internal FoundSecret With(FoundSecret other) => this with { Start = Math.Min(Start, other.Start), Length = Math.Max(End, other.End) - Math.Min(Start, other.Start) };
}
