using System.Globalization;
using System.Text;

namespace IncidentBot.Core.Tests.Masking;

/// <summary>Makes strings that look like secrets and open nothing. Made while the tests run, so that none stands in a file.</summary>
public sealed class SecretMaker(int seed)
{
    private const string Digits = "0123456789";
    private const string Hex = "0123456789abcdef";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Letters = Lower + Upper + Digits;

    private readonly Random _random = new(seed);

    /// <summary>The kinds there are, as they stand in braces in the samples.</summary>
    public static IReadOnlyList<string> Kinds => [.. Formats.Keys];

    private static readonly Dictionary<string, Func<SecretMaker, string>> Formats = new()
    {
        ["aws-key"] = make => "AKIA" + make.Of(Upper + "234567", 16),
        ["aws-temporary-key"] = make => "ASIA" + make.Of(Upper + "234567", 16),
        ["aws-secret"] = make => make.Of(Letters + "+/", 40),
        ["google-key"] = make => "AIza" + make.Of(Letters + "_-", 35),
        ["google-client-secret"] = make => "GOCSPX-" + make.Of(Letters + "_-", 28),
        ["google-access-token"] = make => "ya29." + make.Of(Letters + "_-", 80),
        ["azure-key"] = make => make.Of(Letters + "+/", 86) + "==",
        ["azure-client-secret"] = make => make.Of(Letters, 3) + "8Q~" + make.Of(Letters + "_.-", 33) + "a",
        ["azure-signature"] = make => make.Of(Letters, 40) + "%3D",
        ["github-token"] = make => "ghp_" + make.Of(Letters, 36),
        ["github-server-token"] = make => "ghs_" + make.Of(Letters, 36),
        ["github-fine-token"] = make => "github_pat_" + make.Of(Letters, 22) + "_" + make.Of(Letters, 59),
        ["gitlab-token"] = make => "glpat-" + make.Of(Letters + "_", 20),
        ["slack-token"] = make => "xoxb-" + make.Of(Digits, 12) + "-" + make.Of(Digits, 13) + "-" + make.Of(Letters, 24),
        ["slack-app-token"] = make => "xapp-1-A" + make.Of(Upper, 9) + "-" + make.Of(Digits, 13) + "-" + make.Of(Hex, 64),
        ["slack-webhook-path"] = make => "T" + make.Of(Upper, 8) + "/B" + make.Of(Upper, 8) + "/" + make.Of(Letters, 24),
        ["webhook-path"] = make => make.Of(Digits, 18) + "/" + make.Of(Letters + "_-", 68),
        ["stripe-key"] = make => "sk_live_" + make.Of(Letters, 24),
        ["stripe-test-key"] = make => "rk_test_" + make.Of(Letters, 24),
        ["stripe-webhook-secret"] = make => "whsec_" + make.Of(Letters, 32),
        ["npm-token"] = make => "npm_" + make.Of(Letters, 36),
        ["pypi-token"] = make => "pypi-AgE" + make.Of(Letters + "_-", 120),
        ["nuget-key"] = make => "oy2" + make.Of(Lower + Digits, 43),
        ["docker-token"] = make => "dckr_pat_" + make.Of(Letters + "_-", 27),
        ["sendgrid-key"] = make => "SG." + make.Of(Letters + "_-", 22) + "." + make.Of(Letters + "_-", 43),
        ["twilio-key"] = make => "SK" + make.Of(Hex, 32),
        ["mailgun-key"] = make => "key-" + make.Of(Hex, 32),
        ["ai-key"] = make => "sk-proj-" + make.Of(Letters + "_-", 48),
        ["model-hub-token"] = make => "hf_" + make.Of(Lower + Upper, 34),
        ["atlassian-token"] = make => "ATATT3x" + make.Of(Letters + "_-", 180) + "=" + make.Of(Hex, 8).ToUpperInvariant(),
        ["shopify-token"] = make => "shpat_" + make.Of(Hex, 32),
        ["grafana-token"] = make => "glsa_" + make.Of(Letters, 32) + "_" + make.Of(Hex, 8),
        ["newrelic-key"] = make => "NRAK-" + make.Of(Upper + Digits, 27),
        ["vault-token"] = make => "hvs." + make.Of(Letters + "_-", 90),
        ["droplet-token"] = make => "dop_v1_" + make.Of(Hex, 64),
        ["notebook-token"] = make => "dapi" + make.Of(Hex, 32),
        ["telegram-token"] = make => make.Of(Digits[1..], 9) + ":AA" + make.Of(Letters + "_-", 33),
        ["jwt"] = make => "eyJ" + make.Of(Letters, 33) + ".eyJ" + make.Of(Letters + "_-", 120) + "." + make.Of(Letters + "_-", 43),
        ["private-key"] = make => $"-----BEGIN RSA PRIVATE KEY-----\n{string.Join('\n', Enumerable.Range(0, 12).Select(_ => make.Of(Letters + "+/", 64)))}\n-----END RSA PRIVATE KEY-----",
        ["private-key-on-one-line"] = make => $"-----BEGIN PRIVATE KEY-----\\n{make.Of(Letters + "+/", 64)}\\n{make.Of(Letters + "+/", 64)}\\n-----END PRIVATE KEY-----\\n",
        ["private-key-cut"] = make => $"-----BEGIN OPENSSH PRIVATE KEY-----\n{make.Of(Letters + "+/", 70)}\n{make.Of(Letters + "+/", 70)}",
        ["age-key"] = make => "AGE-SECRET-KEY-1" + make.Of(Upper + Digits, 58),
        ["password"] = make => make.Of(Upper, 1) + make.Of(Lower, 6) + make.Of(Digits, 3) + make.Of("!#$%*+?", 1),
        ["plain-password"] = make => make.Of(Lower, 9),
        ["random"] = make => make.Of(Letters, 32),
        ["hex"] = make => make.Of(Hex, 40),
        ["base64"] = make => make.Of(Letters + "+/", 43) + "=",
        ["uuid"] = make => $"{make.Of(Hex, 8)}-{make.Of(Hex, 4)}-4{make.Of(Hex, 3)}-a{make.Of(Hex, 3)}-{make.Of(Hex, 12)}",
        ["basic"] = make => Convert.ToBase64String(Encoding.ASCII.GetBytes($"svc-{make.Of(Lower, 5)}:{make.Of(Letters, 14)}")),
        ["visa"] = make => make.Card("4", 16),
        ["visa-in-groups"] = make => Grouped(make.Card("4", 16), ' '),
        ["mastercard"] = make => Grouped(make.Card("53", 16), '-'),
        ["amex"] = make => make.Card("37", 15),
        ["digits-16"] = make => make.NoCard("4", 16),
        ["card-of-nobody"] = make => make.Card("9", 16),
        ["commit"] = make => make.Of(Hex, 40),
        ["short-commit"] = make => make.Of(Hex, 7) + "a",
        ["digest"] = make => make.Of(Hex, 64),
        ["account"] = make => make.Of(Digits[1..], 12),
        ["millis"] = make => "17" + make.Of(Digits, 11),
        ["trace"] = make => make.Of(Hex, 32),
    };

    public string Make(string kind) => Formats[kind](this);

    /// <summary>A sample with what stands in braces filled in.</summary>
    public string Fill(string sample, out IReadOnlyList<(string Kind, string Value)> made)
    {
        var filled = new List<(string Kind, string Value)>();
        foreach (var kind in Kinds)
            while (sample.IndexOf($"{{{kind}}}", StringComparison.Ordinal) is >= 0 and var at)
            {
                filled.Add((kind, Make(kind)));
                sample = string.Concat(sample.AsSpan(0, at), filled[^1].Value, sample.AsSpan(at + kind.Length + 2));
            }
        made = filled;
        return sample;
    }

    // A value of several characters, of which one at least is a digit where the alphabet has any.
    private string Of(string alphabet, int length)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++) text[i] = alphabet[_random.Next(alphabet.Length)];
        if (length > 8 && alphabet.Contains('7', StringComparison.Ordinal)) text[length / 2] = '7';
        return new(text);
    }

    private string Card(string prefix, int length)
    {
        var digits = prefix + Of(Digits, length - prefix.Length - 1);
        for (var check = 0; ; check++)
            if (Adds(digits + check.ToString(CultureInfo.InvariantCulture))) return digits + check.ToString(CultureInfo.InvariantCulture);
    }

    private string NoCard(string prefix, int length)
    {
        var card = Card(prefix, length);
        return card[..^1] + (char)('0' + (card[^1] - '0' + 5) % 10);
    }

    private static bool Adds(string digits) => digits.Reverse().Select((c, i) => i % 2 == 0 ? c - '0' : (c - '0') * 2 / 10 + (c - '0') * 2 % 10).Sum() % 10 == 0;

    private static string Grouped(string digits, char mark) => string.Join(mark, digits.Chunk(4).Select(four => new string(four)));
}
