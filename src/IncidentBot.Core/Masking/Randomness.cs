using System.Text.RegularExpressions;

namespace IncidentBot.Core.Masking;

/// <summary>Whether a value that stands where a secret may stand is one: not a placeholder, a word of the sentence or a name of something.</summary>
internal static partial class Randomness
{
    private const RegexOptions AnyCase = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>Bits per character below which a long value is a name or a word.</summary>
    private const double LeastEntropy = 3.0;

    public static bool IsNoPlaceholder(string value) => !Placeholder().IsMatch(value) && !Reference().IsMatch(value) && value.Distinct().Skip(2).Any();

    /// <summary>Given to a name such as <c>password</c>.</summary>
    public static bool IsPassword(string value) => IsNoPlaceholder(value) && !Word().IsMatch(value);

    /// <summary>In a sentence a word may follow too, so that a password must look like one.</summary>
    public static bool IsSpokenPassword(string value) =>
        IsNoPlaceholder(value) && value.TrimEnd('.', ',', ';', '!', '?', ')') is { Length: >= 6 } trimmed && trimmed.Any(char.IsAsciiLetter) && trimmed.Any(char.IsAsciiDigit) && !Measure().IsMatch(trimmed);

    /// <summary>Given to a name such as <c>token</c>: long, and as irregular as only a machine writes.</summary>
    public static bool IsKey(string value) =>
        IsNoPlaceholder(value) && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && !ReadableName().IsMatch(value) && Entropy(value) >= LeastEntropy;

    private static double Entropy(string value) => value.GroupBy(c => c).Select(group => (double)group.Count() / value.Length).Sum(share => -share * Math.Log2(share));

    [GeneratedRegex(@"^[\[<{(*•.…x$%-]*(masked|redacted|removed|hidden|secret|password|passwd|pass|token|your|my|the|example|placeholder|changeme|change_me|dummy|fake|insert|todo|null|nil|none|undefined|empty|true|false|x{3,}|\*{3,}|\.{3,}|-{3,}|•{3,}|…)([^A-Za-z0-9].*|[-_](here|goes|key|token|password|secret).*)?$|^[\[<{*•.…]|^x{3,}", AnyCase | RegexOptions.Singleline)]
    private static partial Regex Placeholder();

    /// <summary>Where the value is to be found, not the value.</summary>
    [GeneratedRegex(@"^(\$[{(A-Z_]|%[A-Z_]+%|@[A-Za-z./]|\{\{|\(\(|env[.(:\[]|os\.|process\.env|secrets?[.:/(]|vault[:./(]|var\.|ssm:|arn:|op://|config[.\[(]|data\.|local\.|file://|/|\./|~/|https?://|!(Ref|Sub|GetAtt|vault|secret)|sha(1|256|512)[:-])", AnyCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(is|was|are|required|missing|invalid|incorrect|wrong|expired|expires|reset|rotated|rotation|ok|set|unset|changed|unchanged|rejected|accepted|failed|failure|denied|string|str|text|varchar|bool|int|auth|authentication|login|unknown|yes|no|on|off|see|ask|use|not|and|or|we|it|same|new|old|updated?|policy|manager|prompt|hash(ed)?|bcrypt|mismatch|too|nothing|still|fine|works?|stdin|tbd|n/a|forgotten|forgot|sent|given|shared|stored|kept|managed|generated|minimum|min|max|must|should|optional|disabled|enabled|default|blank|via|per|from|for|with|length|longer|sso|ldap|vault|1password|bitwarden|lastpass|keepass|correct|same-as|at|in|by|the|falsch|abgelaufen|vergessen|geändert|siehe|ist|incorrecte?|incorrecta|expirée?|oublié|changé|requis|obligatoire|voir|incorrecta|caducada|olvidada|cambiada|requerida|ver)[.,;:!?)]*$", AnyCase)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[0-9]+([.,][0-9]+)?(m|h|d|s|ms|min|mins|hours?|days?|weeks?|x|%|chars?|characters?|k|am|pm)?(-old)?$|^[0-9]{4}-[0-9]{2}-[0-9]{2}", AnyCase)]
    private static partial Regex Measure();

    /// <summary>Words joined by marks, a version, a date, an address of a file.</summary>
    [GeneratedRegex(@"^([A-Za-z]{2,}|[0-9]{1,4})([-_./:]([A-Za-z]{2,}|v?[0-9]{1,4}))*$", AnyCase)]
    private static partial Regex ReadableName();
}
