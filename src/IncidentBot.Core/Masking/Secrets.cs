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
        var found = new List<(int Rule, FoundSecret Secret)>();
        foreach (var (rule, one) in Rules.SelectMany((rule, index) => rule.In(text).Select(secret => (index, secret))).OrderBy(one => one.secret.Start))
        {
            if (found is not [.., var last] || one.Start >= last.Secret.End) found.Add((rule, one));
            else found[^1] = rule < last.Rule ? (rule, one.With(last.Secret)) : (last.Rule, last.Secret.With(one));
        }
        return [.. found.Select(one => one.Secret)];
    }

    private static Masked Mask(string text, Func<SecretRule, string> replacement)
    {
        var found = Find(text);
        if (found.Count == 0) return new(text, []);
        var masked = new StringBuilder(text.Length);
        var from = 0;
        foreach (var secret in found)
        {
            masked.Append(text, from, secret.Start - from).Append(replacement(secret.Rule));
            from = secret.End;
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
