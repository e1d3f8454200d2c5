using System.Text.RegularExpressions;

namespace IncidentBot.Core.Masking;

/// <summary>Keys of the large clouds.</summary>
/// <remarks>AWS key ids: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids</remarks>
internal static partial class CloudRules
{
    private const RegexOptions Exact = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const RegexOptions AnyCase = Exact | RegexOptions.IgnoreCase;

    public static readonly IReadOnlyList<SecretRule> All =
    [
        new("aws-access-key", "AWS access key", AwsAccessKey()),
        new("aws-secret-key", "AWS secret key", AwsSecretKey()) { Holds = Randomness.IsKey },
        new("gcp-api-key", "Google API key", GoogleApiKey()),
        new("gcp-client-secret", "Google client secret", GoogleClientSecret()),
        new("gcp-access-token", "Google access token", GoogleAccessToken()),
        new("azure-account-key", "Azure key", AzureKey()),
        new("azure-client-secret", "Azure client secret", AzureClientSecret()),
        new("azure-signature", "Azure shared access signature", AzureSignature()),
    ];

    [GeneratedRegex(@"(?<![A-Za-z0-9_/+])(AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9_])", Exact)]
    private static partial Regex AwsAccessKey();

    [GeneratedRegex(@"\b(aws|secret)[a-z0-9_ .-]{0,24}(key|secret)[""']?\s{0,3}(=>|[:=]|is)\s{0,3}[""']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])", AnyCase)]
    private static partial Regex AwsSecretKey();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])AIza[0-9A-Za-z_-]{35}(?![A-Za-z0-9_-])", Exact)]
    private static partial Regex GoogleApiKey();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])GOCSPX-[A-Za-z0-9_-]{24,32}", Exact)]
    private static partial Regex GoogleClientSecret();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])ya29\.[A-Za-z0-9_.-]{20,2000}", Exact)]
    private static partial Regex GoogleAccessToken();

    [GeneratedRegex(@"\b(AccountKey|SharedAccessKey|SharedSecretValue)\s{0,3}[=:]\s{0,3}[""']?(?<secret>[A-Za-z0-9+/]{40,100}={0,2})", AnyCase)]
    private static partial Regex AzureKey();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.~-])[A-Za-z0-9_.~-]{3}[0-9]Q~[A-Za-z0-9_.~-]{31,34}(?![A-Za-z0-9_~-])", Exact)]
    private static partial Regex AzureClientSecret();

    [GeneratedRegex(@"[?&]sig=(?<secret>[A-Za-z0-9%+/]{20,120}=?)", Exact)]
    private static partial Regex AzureSignature();
}
