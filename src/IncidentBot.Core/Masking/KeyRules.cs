using System.Text.RegularExpressions;

namespace IncidentBot.Core.Masking;

/// <summary>Private keys as they stand in files (RFC 7468, OpenSSH, PGP), their line breaks written out or not; also when the end was not pasted.</summary>
internal static partial class KeyRules
{
    public static readonly IReadOnlyList<SecretRule> All =
    [
        new("private-key", "private key", PrivateKey()),
        new("age-key", "age key", Age()),
    ];

    // With its end, up to there: headers in front of the key may have a dash. Without one, up to the first dash.
    [GeneratedRegex(@"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?>(?:[^-]|-(?!----)){0,20000})-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|[^-]{0,20000})", RegexOptions.CultureInvariant)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(?<![A-Za-z0-9-])AGE-SECRET-KEY-1[0-9A-Z]{50,64}", RegexOptions.CultureInvariant)]
    private static partial Regex Age();
}
