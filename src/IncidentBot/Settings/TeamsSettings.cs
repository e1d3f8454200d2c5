using IncidentBot.Teams;

namespace IncidentBot.Settings;

/// <summary>Reads the section <c>Teams</c>. Its values are never repeated in a fault: they are secrets, or may be pasted into the wrong key.</summary>
internal sealed class TeamsSettings(IConfiguration configuration, ICollection<string> faults)
{
    public const string AppId = "Teams:AppId";
    public const string TenantId = "Teams:TenantId";
    public const string AppType = "Teams:AppType";
    public const string ClientSecret = "Teams:ClientSecret";
    public const string CertificatePath = "Teams:CertificatePath";
    public const string CertificatePassword = "Teams:CertificatePassword";
    public const string AllowAnonymous = "Teams:AllowAnonymous";
    public const string AllowedTenants = "Teams:AllowedTenants";
    public const string ServiceHosts = "Teams:ServiceHosts";
    public const string PublicUrl = "Teams:PublicUrl";
    public const string LoginUrl = "Teams:LoginUrl";
    public const string GraphUrl = "Teams:GraphUrl";
    public const string MetadataUrl = "Teams:MetadataUrl";
    public const string Issuer = "Teams:Issuer";
    public const string BotScope = "Teams:BotScope";

    private static readonly string[] NeedAppId = [TenantId, ClientSecret, CertificatePath, CertificatePassword, AllowedTenants, PublicUrl];

    public static IReadOnlyList<string> Keys { get; } =
        [AppId, TenantId, AppType, ClientSecret, CertificatePath, CertificatePassword, AllowAnonymous, AllowedTenants, ServiceHosts, PublicUrl, LoginUrl, GraphUrl, MetadataUrl, Issuer, BotScope];

    /// <summary>Null when Teams is not set up, or not so that it could work.</summary>
    public TeamsOptions? Read()
    {
        var before = faults.Count;
        var options = new TeamsOptions
        {
            AppId = Id(AppId, "the \"Application (client) ID\" of the bot's app registration in Microsoft Entra") ?? "",
            TenantId = Id(TenantId, "the \"Directory (tenant) ID\" of the bot's app registration in Microsoft Entra"),
            AppType = Type(),
            ClientSecret = Secret(),
            CertificatePath = Certificate(),
            CertificatePassword = Given(CertificatePassword),
            AllowAnonymous = Anonymous(),
            AllowedTenants = Tenants(),
            ServiceHosts = Hosts(),
            PublicUrl = Given(PublicUrl) is null ? null : Address(PublicUrl, "https://bot.example.com/", isBase: true),
            LoginUrl = Address(LoginUrl, TeamsOptions.DefaultLoginUrl, isBase: true),
            GraphUrl = Address(GraphUrl, TeamsOptions.DefaultGraphUrl, isBase: true),
            MetadataUrl = Address(MetadataUrl, TeamsOptions.DefaultMetadataUrl, isBase: false),
            Issuer = Given(Issuer) ?? TeamsOptions.DefaultIssuer,
            BotScope = Scope(),
        };
        Together(options);
        return faults.Count == before && (options.AllowAnonymous || options.AppId.Length > 0) ? options : null;
    }

    private void Together(TeamsOptions options)
    {
        var proofs = new[] { ClientSecret, CertificatePath }.Where(IsSet).ToArray();
        if (IsSet(CertificatePassword) && !IsSet(CertificatePath)) faults.Add($"{CertificatePassword} is set, but not {CertificatePath}. Set it, or leave out both.");
        if (options.AllowAnonymous)
        {
            if (proofs.Length > 0) faults.Add($"{AllowAnonymous} is true, so no tokens are used, but {proofs[0]} is set. Leave out one of the two: {AllowAnonymous} is for trials on this machine only.");
        }
        else if (!IsSet(AppId))
        {
            if (Array.Find(NeedAppId, key => !string.IsNullOrWhiteSpace(configuration[key])) is { } lonely) faults.Add($"{lonely} is set, but not {AppId}. Set it, or leave out both.");
        }
        else if (options.AppType is TeamsAppType.UserAssignedMsi)
        {
            if (proofs.Length > 0) faults.Add($"{AppType} is UserAssignedMsi, which has no secrets, but {proofs[0]} is set. Leave out one of the two.");
        }
        else if (proofs.Length != 1)
        {
            faults.Add(proofs.Length == 0
                ? $"{AppId} is set, but neither {ClientSecret} nor {CertificatePath}: nothing could be said. Set one of them, or {AppType} to UserAssignedMsi."
                : $"{ClientSecret} and {CertificatePath} are both set. Leave out one of them.");
        }
        if (IsSet(AppId) && !IsSet(TenantId) && options is { AllowAnonymous: false, AppType: not TeamsAppType.MultiTenant })
            faults.Add($"{AppId} is set, but not {TenantId}. Set it to the tenant of the bot's app registration, or {AppType} to MultiTenant if the bot was registered so.");
    }

    private bool IsSet(string key) => configuration[key] is not null;

    // A key that is there and empty is a fault, but for the lists.
    private string? Given(string key)
    {
        if (configuration[key]?.Trim() is not { } value) return null;
        if (value.Length > 0) return value;
        faults.Add($"{key} is empty. Give it a value, or leave it out.");
        return null;
    }

    private string? Id(string key, string what)
    {
        if (Given(key) is not { } value) return null;
        if (Guid.TryParseExact(value, "D", out var id)) return id.ToString("D");
        faults.Add($"{key} is no GUID such as 00000000-1111-2222-3333-444444444444. It is {what}.");
        return null;
    }

    private TeamsAppType Type()
    {
        if (Given(AppType) is not { } value) return TeamsAppType.SingleTenant;
        foreach (var type in Enum.GetValues<TeamsAppType>())
            if (value.Equals(type.ToString(), StringComparison.OrdinalIgnoreCase)) return type;
        faults.Add($"{AppType} can be {string.Join(" or ", Enum.GetNames<TeamsAppType>())}.");
        return TeamsAppType.SingleTenant;
    }

    private string? Secret()
    {
        const string What = "the \"Value\" of a client secret, on the app registration's page \"Certificates & secrets\"";
        if (Given(ClientSecret) is not { } secret) return null;
        if (Guid.TryParse(secret, out _)) faults.Add($"{ClientSecret} looks like the \"Secret ID\". It is {What}.");
        else if (secret.Any(letter => letter is <= ' ' or > '~' or '"')) faults.Add($"{ClientSecret} has a character that cannot be in it, such as a space or a quotation mark. Copy it again: it is {What}.");
        return secret;
    }

    private string? Certificate()
    {
        if (Given(CertificatePath) is not { } path) return null;
        if (!File.Exists(path)) faults.Add($"{CertificatePath} names no file that this program can see. It is a PEM or PFX file with the certificate and its private key.");
        return path;
    }

    private bool Anonymous()
    {
        if (Given(AllowAnonymous) is not { } value) return false;
        if (bool.TryParse(value, out var flag)) return flag;
        faults.Add($"{AllowAnonymous} can be true or false.");
        return false;
    }

    private string[] Tenants()
    {
        var tenants = Items(AllowedTenants);
        if (!Array.TrueForAll(tenants, tenant => Guid.TryParseExact(tenant, "D", out _))) faults.Add($"{AllowedTenants} has something that is no tenant id. It can be GUIDs, with commas between them.");
        return tenants;
    }

    private IReadOnlyList<string> Hosts()
    {
        if (!IsSet(ServiceHosts)) return TeamsOptions.DefaultServiceHosts;
        var hosts = Items(ServiceHosts);
        if (hosts.Length == 0 || !Array.TrueForAll(hosts, host => Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var url) && url.Authority.Equals(host, StringComparison.OrdinalIgnoreCase)))
            faults.Add($"{ServiceHosts} can be names of hosts, with commas between them, such as {TeamsOptions.DefaultServiceHosts[0]}.");
        return hosts.SequenceEqual(TeamsOptions.DefaultServiceHosts) ? TeamsOptions.DefaultServiceHosts : hosts;
    }

    private string[] Items(string key) => [.. (configuration[key] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private Uri Address(string key, string fallback, bool isBase)
    {
        if (Given(key) is not { } value) return new(fallback);
        if (SafeAddress.Read(value, isBase) is { } url) return url;
        faults.Add($"{key} is no address that can be trusted. It can be an https address such as {fallback}, or an http address of this machine.");
        return new(fallback);
    }

    private string Scope()
    {
        if (Given(BotScope) is not { } scope) return TeamsOptions.DefaultBotScope;
        if (Uri.TryCreate(scope, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && !scope.EndsWith("/.default", StringComparison.Ordinal)) return scope.TrimEnd('/');
        faults.Add($"{BotScope} can be an https address such as {TeamsOptions.DefaultBotScope}, without /.default.");
        return TeamsOptions.DefaultBotScope;
    }
}
