using IncidentBot.Monitoring.Prometheus;

namespace IncidentBot.Settings.Slos;

/// <summary>Reads the section <c>Slos:Prometheus</c>. Tokens, passwords and addresses that may hold one are never repeated in a fault.</summary>
internal sealed class PrometheusReader(SettingsValues values, ICollection<string> faults)
{
    public const string Url = "Slos:Prometheus:Url";
    private const string BearerToken = "Slos:Prometheus:BearerToken";
    private const string User = "Slos:Prometheus:User";
    private const string Password = "Slos:Prometheus:Password";
    private const string Timeout = "Slos:Prometheus:Timeout";

    public static readonly string[] Keys = [Url, BearerToken, User, Password, Timeout];

    /// <summary>Null when none is set up, or not so that it could work.</summary>
    public PrometheusOptions? Read()
    {
        var (token, user, password) = (Secret(BearerToken), Secret(User), Secret(Password));
        var timeout = values.Duration(Timeout, PrometheusOptions.UsualTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        var hasSecret = (token ?? password) is not null;
        if (token is not null && (user ?? password) is not null) faults.Add($"{BearerToken} is set, and so is {(user is null ? Password : User)}. Prometheus takes one or the other: leave one out.");
        if (user is null != password is null) faults.Add($"{(user is null ? Password : User)} is set, but not {(user is null ? User : Password)}. Both together are asked for, or neither.");
        if (values.Value(Url) is not { Length: > 0 } written)
        {
            if (hasSecret) faults.Add($"{Url} is not set, but {(token is null ? Password : BearerToken)} is. It is the address of Prometheus, such as https://prometheus.example.com/.");
            return null;
        }
        if (Address(written, hasSecret) is { } url) return new() { Url = url, BearerToken = token, User = user, Password = password, Timeout = timeout };
        return null;
    }

    private Uri? Address(string written, bool hasSecret)
    {
        var isAddress = Uri.TryCreate(written.EndsWith('/') ? written : written + "/", UriKind.Absolute, out var url) && url is { UserInfo: "", Query: "", Fragment: "", Scheme: "http" or "https" };
        if (isAddress && (!hasSecret || SafeAddress.Read(written, isBase: true) is not null)) return url;
        faults.Add(isAddress
            ? $"{Url} is an http address, on which the token or password could be read on its way. It can be an https address, or an http address of this machine."
            : $"{Url} is no address of a Prometheus. It can be an address such as https://prometheus.example.com/, without api/v1/ and without anything after a question mark; a user and a password have keys of their own.");
        return null;
    }

    private string? Secret(string key)
    {
        if (values.Value(key) is not { Length: > 0 } value) return null;
        if (!value.Any(char.IsControl) && value.All(char.IsAscii)) return value;
        faults.Add($"{key} has a character that cannot be in it. Copy it again.");
        return null;
    }
}
