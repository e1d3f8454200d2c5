using System.Text.RegularExpressions;

namespace IncidentBot.Core.Masking;

/// <summary>Tokens that say by their first letters whose they are.</summary>
internal static partial class PlatformRules
{
    private const RegexOptions Exact = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static readonly IReadOnlyList<SecretRule> All =
    [
        new("github-token", "GitHub token", GitHub()),
        new("gitlab-token", "GitLab token", GitLab()),
        new("slack-token", "Slack token", Slack()),
        new("slack-webhook", "Slack webhook", SlackWebhook()),
        new("chat-webhook", "chat webhook", ChatWebhook()),
        new("stripe-key", "Stripe key", Stripe()),
        new("npm-token", "npm token", Npm()),
        new("pypi-token", "PyPI token", PyPi()),
        new("nuget-key", "NuGet key", NuGet()),
        new("docker-token", "Docker token", Docker()),
        new("sendgrid-key", "SendGrid key", SendGrid()),
        new("twilio-key", "Twilio key", Twilio()),
        new("mail-key", "mail service key", Mail()),
        new("ai-key", "AI service key", Ai()),
        new("atlassian-token", "Atlassian token", Atlassian()),
        new("shopify-token", "Shopify token", Shopify()),
        new("observability-key", "monitoring key", Observability()),
        new("infrastructure-token", "infrastructure token", Infrastructure()),
        new("telegram-token", "Telegram bot token", Telegram()),
        new("jwt", "JSON web token", Jwt()),
    ];

    [GeneratedRegex(@"(?<![A-Za-z0-9_])(gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255})", Exact)]
    private static partial Regex GitHub();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])(gl(pat|dt|rt|ptt|cbt|ft|imt|agent|soat|oas|ffct)-|GR1348941)[A-Za-z0-9_.-]{20,300}", Exact)]
    private static partial Regex GitLab();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])(xox[abeoprsd]-|xapp-|xoxe\.xox[bp]-)[A-Za-z0-9-]{10,300}", Exact)]
    private static partial Regex Slack();

    [GeneratedRegex(@"https://hooks\.slack\.com/(services|workflows|triggers)/(?<secret>[A-Za-z0-9_/-]{20,150})", Exact)]
    private static partial Regex SlackWebhook();

    [GeneratedRegex(@"(https://[a-z0-9.-]{0,60}webhook\.office\.com/webhookb2/|https://(?:\w{1,10}\.)?discord(?:app)?\.com/api/webhooks/)(?<secret>[A-Za-z0-9_@/-]{30,300})", Exact)]
    private static partial Regex ChatWebhook();

    [GeneratedRegex(@"(?<![A-Za-z0-9_])((sk|rk)_(live|test)_[A-Za-z0-9]{16,250}|whsec_[A-Za-z0-9+/=]{24,120})", Exact)]
    private static partial Regex Stripe();

    [GeneratedRegex(@"(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])", Exact)]
    private static partial Regex Npm();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])pypi-AgE[A-Za-z0-9_-]{50,1000}", Exact)]
    private static partial Regex PyPi();

    [GeneratedRegex(@"(?<![A-Za-z0-9])oy2[a-z0-9]{43}(?![A-Za-z0-9])", Exact)]
    private static partial Regex NuGet();

    [GeneratedRegex(@"(?<![A-Za-z0-9_])dckr_(pat|oat)_[A-Za-z0-9_-]{20,60}", Exact)]
    private static partial Regex Docker();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{30,60}", Exact)]
    private static partial Regex SendGrid();

    [GeneratedRegex(@"(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![A-Za-z0-9])", Exact)]
    private static partial Regex Twilio();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])(key-[0-9a-f]{32}|[0-9a-f]{32}-us[0-9]{1,2}|xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16})(?![A-Za-z0-9])", Exact)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])(sk-(?:ant|proj|svcacct|or)-[A-Za-z0-9_-]{20,250}|sk-[A-Za-z0-9]{32,64}|hf_[A-Za-z0-9]{30,40})(?![A-Za-z0-9])", Exact)]
    private static partial Regex Ai();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])(ATATT3x|ATCTT3x|ATBB)[A-Za-z0-9_=-]{28,400}", Exact)]
    private static partial Regex Atlassian();

    [GeneratedRegex(@"(?<![A-Za-z0-9_])shp(at|ca|pa|ss|tka)_[A-Fa-f0-9]{32}", Exact)]
    private static partial Regex Shopify();

    [GeneratedRegex(@"(?<![A-Za-z0-9_])(gls[a]_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}|glc_[A-Za-z0-9+/]{32,400}={0,2}|NRAK-[A-Z0-9]{27}|sntry[su]_[A-Za-z0-9+/=_-]{40,400})", Exact)]
    private static partial Regex Observability();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])(hv[sbr]\.[A-Za-z0-9_-]{24,300}|do[opr]_v1_[a-f0-9]{64}|dapi[a-f0-9]{32}(-[0-9])?|[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,80}|PMAK-[a-f0-9]{24}-[a-f0-9]{34}|lin_api_[A-Za-z0-9]{40}|fo1_[A-Za-z0-9_-]{40,50}|FlyV1 fm[12]_[A-Za-z0-9+/=,_-]{40,800})", Exact)]
    private static partial Regex Infrastructure();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[0-9]{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])", Exact)]
    private static partial Regex Telegram();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,4000}\.eyJ[A-Za-z0-9_-]{4,8000}\.[A-Za-z0-9_-]{0,2000}", Exact)]
    private static partial Regex Jwt();
}
