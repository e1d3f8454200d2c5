using IncidentBot.Slack;

namespace IncidentBot.Settings;

/// <summary>Reads the section <c>Slack</c>. Its values are never repeated in a fault: they are secrets, or may be pasted into the wrong key.</summary>
internal sealed class SlackSettings(IConfiguration configuration, ICollection<string> faults)
{
    public const string BotToken = "Slack:BotToken";
    public const string AppToken = "Slack:AppToken";
    public const string SigningSecret = "Slack:SigningSecret";
    public const string ApiBaseUrl = "Slack:ApiBaseUrl";
    public const string InviteGroups = "Slack:InviteGroups";

    // With token rotation a bot token begins with xoxe. (https://docs.slack.dev/authentication/using-token-rotation)
    private static readonly string[] BotPrefixes = ["xoxb-", "xoxe.xoxb-"];
    private static readonly string[] AppPrefixes = ["xapp-"];

    /// <summary>Null when Slack is not set up, or not so that it could work.</summary>
    public SlackOptions? Read()
    {
        var bot = Token(BotToken, BotPrefixes, "the \"Bot User OAuth Token\" on the app's page \"OAuth & Permissions\"");
        var app = Token(AppToken, AppPrefixes, "an app-level token with the scope connections:write, on the app's page \"Basic Information\"");
        var secret = Secret(SigningSecret, "the \"Signing Secret\" on the app's page \"Basic Information\"");
        var options = new SlackOptions { BotToken = bot ?? "", AppToken = app, SigningSecret = secret, ApiBaseUrl = BaseUrl(), InviteGroups = Groups() };
        Together();
        return bot is null ? null : options;
    }

    private void Together()
    {
        var way = IsSet(AppToken) || IsSet(SigningSecret);
        if (IsSet(BotToken) && !way) faults.Add($"{BotToken} is set, but neither {AppToken} (for Socket Mode) nor {SigningSecret} (for HTTP): nothing could be heard. Set one of them.");
        if (!IsSet(BotToken) && way) faults.Add($"{(IsSet(AppToken) ? AppToken : SigningSecret)} is set, but not {BotToken}: nothing could be said. Set it, or leave out both.");
    }

    private bool IsSet(string key) => configuration[key] is not null;

    private string? Token(string key, string[] prefixes, string what)
    {
        if (Secret(key, what) is not { } token) return null;
        if (Array.Exists(prefixes, prefix => token.StartsWith(prefix, StringComparison.Ordinal) && token.Length > prefix.Length)) return token;
        faults.Add($"{key} does not begin with {prefixes[0]}. It is {what}.");
        return null;
    }

    private string? Secret(string key, string what)
    {
        if (configuration[key]?.Trim() is not { } secret) return null;
        if (secret.Length > 0 && secret.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_')) return secret;
        faults.Add(secret.Length == 0 ? $"{key} is empty. Give it {what}, or leave it out." : $"{key} has a character that cannot be in it, such as a space or a quotation mark. Copy it again: it is {what}.");
        return null;
    }

    private Uri BaseUrl()
    {
        var fallback = new Uri(SlackOptions.DefaultApiBaseUrl);
        if (configuration[ApiBaseUrl]?.Trim() is not { } value) return fallback;
        if (SafeAddress.Read(value, isBase: true) is { } url) return url;
        faults.Add($"{ApiBaseUrl} is no address that the token may be sent to. It can be an https address such as {fallback}, or an http address of this machine.");
        return fallback;
    }

    private string[] Groups()
    {
        string[] groups = [.. (configuration[InviteGroups] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(group => group.TrimStart('@')).Distinct()];
        if (!Array.TrueForAll(groups, IsGroup)) faults.Add($"{InviteGroups} has something that is no user group. It can be handles or ids of user groups, with commas between them, such as oncall, S0123ABCD.");
        return groups;
    }

    private static bool IsGroup(string group) => group.Length > 0 && group.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
