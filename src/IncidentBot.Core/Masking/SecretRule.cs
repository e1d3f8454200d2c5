using System.Text.RegularExpressions;

namespace IncidentBot.Core.Masking;

/// <summary>One kind of secret. Where the pattern has a group <c>secret</c>, only that is masked, so that what stands around it still tells the story.</summary>
/// <param name="Id">As in docs/masking.md.</param>
/// <param name="Name">What stands in its place.</param>
/// <param name="Pattern">Linear: every quantifier is bounded, or what follows it cannot begin inside it.</param>
public sealed record SecretRule(string Id, string Name, Regex Pattern)
{
    /// <summary>Whether what the pattern finds is one; null: always.</summary>
    public Func<string, bool>? Holds { get; init; }

    public IEnumerable<FoundSecret> In(string text)
    {
        for (var match = Pattern.Match(text); match.Success; match = match.NextMatch())
        {
            Group secret = match.Groups["secret"] is { Success: true } part ? part : match;
            if (secret.Length > 0 && Holds?.Invoke(secret.Value) is not false) yield return new(this, secret.Index, secret.Length);
        }
    }
}
