using System.Text.RegularExpressions;

namespace IncidentBot.Core.Masking;

/// <summary>What proves who calls: headers, cookies, the user of a curl line.</summary>
internal static partial class HeaderRules
{
    private const RegexOptions AnyCase = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    public static readonly IReadOnlyList<SecretRule> All =
    [
        new("bearer", "bearer token", Bearer()) { Holds = Randomness.IsNoPlaceholder },
        new("basic-auth", "basic authentication", Basic()) { Holds = Randomness.IsNoPlaceholder },
        new("auth-header", "authorization header", Header()) { Holds = Randomness.IsNoPlaceholder },
        new("cookie", "session cookie", Cookie()) { Holds = Randomness.IsNoPlaceholder },
        new("curl-user", "password", CurlUser()) { Holds = Randomness.IsNoPlaceholder },
    ];

    [GeneratedRegex(@"\bBearer[ \t]{1,4}(?<secret>(?=[A-Za-z._~+/=-]{0,200}[0-9])[A-Za-z0-9._~+/=-]{12,4000})", AnyCase)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"\bAuthorization[""']?[ \t]{0,3}[:=][ \t]{0,3}[""']?Basic[ \t]{1,3}(?<secret>[A-Za-z0-9+/]{8,400}={0,2})", AnyCase)]
    private static partial Regex Basic();

    [GeneratedRegex(@"\b(X-(Api-Key|Auth-Token|Access-Token|Vault-Token|Amz-Security-Token|Goog-Api-Key|Functions-Key|GitHub-Token|Csrf-Token)|PRIVATE-TOKEN|DD-API-KEY|Ocp-Apim-Subscription-Key|Authorization[""']?[ \t]{0,3}[:=][ \t]{0,3}[""']?(Token|ApiKey|GenieKey|Key))[""']?[ \t]{0,3}[:= \t][ \t]{0,3}[""']?(token=)?(?<secret>[A-Za-z0-9._~+/=-]{8,4000})", AnyCase)]
    private static partial Regex Header();

    [GeneratedRegex(@"\b(Set-)?Cookie[""']?[ \t]{0,3}:[ \t]{0,3}(?<secret>[A-Za-z0-9_.-]{1,60}=[^\s;,""']{12,4000}(;[ \t]{0,2}[A-Za-z0-9_.-]{1,60}=[^\s;,""']{1,4000}){0,40})", AnyCase)]
    private static partial Regex Cookie();

    [GeneratedRegex(@"\bcurl\b[^\n]{0,200}?[ \t](-u|--user)[ =]{1,3}[""']?[A-Za-z0-9._@+-]{1,80}:(?<secret>[^\s""']{3,200})", AnyCase)]
    private static partial Regex CurlUser();
}
