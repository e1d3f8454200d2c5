using System.Text.RegularExpressions;

namespace IncidentBot.Core.Masking;

/// <summary>Passwords and values given to names such as <c>token</c>: what the text itself says to be secret.</summary>
internal static partial class PasswordRules
{
    private const RegexOptions AnyCase = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    public static readonly IReadOnlyList<SecretRule> All =
    [
        new("url-password", "password", InUrl()) { Holds = Randomness.IsNoPlaceholder },
        new("password-option", "password", Option()) { Holds = Randomness.IsNoPlaceholder },
        new("password-assignment", "password", Assigned()) { Holds = Randomness.IsPassword },
        new("password-pair", "password", Pair()) { Holds = Randomness.IsPassword },
        new("secret-pair", "secret", NamedPair()) { Holds = Randomness.IsKey },
        new("password-said", "password", Said()) { Holds = Randomness.IsSpokenPassword },
        new("password-sql", "password", Sql()) { Holds = Randomness.IsNoPlaceholder },
        new("secret-assignment", "secret", Named()) { Holds = Randomness.IsKey },
        new("secret-in-query", "secret", InQuery()) { Holds = Randomness.IsNoPlaceholder },
    ];

    [GeneratedRegex(@"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,24}://[^\s:/@?#""'<>]{0,80}:(?<secret>[^\s/""'<>]{1,200})@[A-Za-z0-9\[]", AnyCase)]
    private static partial Regex InUrl();

    [GeneratedRegex(@"(?<![A-Za-z0-9-])(--?(password|passwd|pass|passphrase|pwd|db-password|admin-password|root-password|secret|token|api-key|apikey|auth-token|access-token|client-secret)([= \t]{1,3})|sshpass[ \t]{1,3}-p[ \t]{0,3}|\b(mysql|mysqldump|mysqladmin|mariadb)\b[^\n]{0,120}?[ \t]-p(?=\S)|redis-cli[^\n]{0,120}?[ \t]-a[ \t]{1,3})(""(?<secret>[^""\n]{1,200})""|'(?<secret>[^'\n]{1,200})'|(?<secret>[^\s""'-][^\s""']{2,200}))", AnyCase)]
    private static partial Regex Option();

    private const string OtherLanguages = @"contrase(ñ|n\u0303?)a|mot[ ]de[ ]passe|\bmdp|kennwort|senha|wachtwoord|passord|lösenord|hasło|parola";

    /// <summary>What a test run says of itself: "pass: 312, fail: 4", "PASS: TestLogin".</summary>
    private const string TestResult = @"[""']?[ \t]{0,3}[:=][ \t]{0,3}(\d{1,6}(?![\w!#$%*+?-])|(?-i:Test[A-Z_])|[\w./-]{1,80}\.(test|spec|js|ts|go|cs|py|rb|java)\b|[^\n]{0,40}\bfail(ed|ures?|s)?[ \t]?[:=])";

    // What stands before the word in a name such as DB_PASSWORD is not looked at: reading it would cost seconds in a long line of dashes.
    [GeneratedRegex($@"(password|passwd|passphrase|passwort|{OtherLanguages}|pwd|PGPASSWORD|MYSQL_PWD|_pass|\bpass(?!{TestResult})|_pw|\bpw)[""'\]]{{0,2}}[ \t\u00A0\u202F]{{0,3}}(=>|:=|[:=])[ \t]{{0,3}}(""(?<secret>[^""\n]{{3,200}})""|'(?<secret>[^'\n]{{3,200}})'|(?<secret>[^\s""',;&)}}\]]{{3,200}}))", AnyCase)]
    private static partial Regex Assigned();

    /// <summary>Between the name and the value of an environment variable as Kubernetes and task definitions write it, in YAML or JSON: beside each other or on the next line.</summary>
    private const string Value = @"[""']?,?\s{1,60}[""']?value[""']?[ \t]{0,3}[:=][ \t]{0,3}(""(?<secret>[^""\n]{3,2000})""|'(?<secret>[^'\n]{3,2000})'|(?<secret>[^\s""',;}\]]{3,2000}))";

    private const string Name = @"\bname[""']?[ \t]{0,3}[:=][ \t]{0,3}[""']?[A-Za-z0-9_.-]{0,60}?";

    [GeneratedRegex($"{Name}(password|passwd|passphrase|passwort|pwd|pass|_pw){Value}", AnyCase)]
    private static partial Regex Pair();

    [GeneratedRegex($"{Name}(secret|token|api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key|signing[_-]?key|credentials?){Value}", AnyCase)]
    private static partial Regex NamedPair();

    [GeneratedRegex($@"\b(password|passwd|passphrase|passcode|passwort|{OtherLanguages}|clave|zugangscode|pwd|pw|creds|credentials)\b([ \t]{{1,3}}(for|of|to|on|für|von|zu|de|del|para|pour|du|per)[ \t]{{1,3}}[^\s:]{{1,40}}([ \t]{{1,3}}[^\s:]{{1,40}}){{0,3}}?)?[ \t]{{1,3}}(is|are|was|ist|lautet|war|es|era|est|était|é|è|jest|=|->|to)[ \t]{{1,3}}(now[ \t]{{1,3}}|still[ \t]{{1,3}}|jetzt[ \t]{{1,3}}|ahora[ \t]{{1,3}}|maintenant[ \t]{{1,3}})?[:]?[ \t]{{0,2}}[""'`]?(?<secret>[^\s""'`]{{6,80}})", AnyCase)]
    private static partial Regex Said();

    [GeneratedRegex(@"\b(IDENTIFIED[ \t]{1,3}(WITH[ \t]{1,3}\w{1,40}[ \t]{1,3})?BY|PASSWORD)[ \t]{1,3}'(?<secret>[^'\n]{3,200})'", AnyCase)]
    private static partial Regex Sql();

    [GeneratedRegex(@"(secret|token|api[_.-]?key|apikey|access[_.-]?key|secret[_.-]?key|private[_.-]?key|signing[_.-]?key|encryption[_.-]?key|license[_.-]?key|client[_.-]?secret|auth[_.-]?key|_key(_base)?|credential|_auth)s?[""'\]]{0,2}[ \t]{0,3}(=>|:=|[:=])[ \t]{0,3}[""'`]?(?<secret>[A-Za-z0-9+/_.~=!@#$%^*-]{12,2000})", AnyCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"[?&](access_token|id_token|refresh_token|token|api_?key|apikey|auth|secret|client_secret|password|pwd|signature|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature|code|key|t)=(?<secret>[^\s&#""'<>)\]]{12,4000})", AnyCase)]
    private static partial Regex InQuery();
}
