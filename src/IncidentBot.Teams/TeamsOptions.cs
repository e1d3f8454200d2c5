namespace IncidentBot.Teams;

/// <summary>The settings of the Teams bot, checked at start.</summary>
public sealed record TeamsOptions
{
    public const string DefaultLoginUrl = "https://login.microsoftonline.com/";
    public const string DefaultGraphUrl = "https://graph.microsoft.com/";
    public const string DefaultMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    public const string DefaultIssuer = "https://api.botframework.com";
    public const string DefaultBotScope = "https://api.botframework.com";

    /// <summary>Hosts that the bot's token may be sent to, as the Connector's documentation lists them.</summary>
    public static readonly IReadOnlyList<string> DefaultServiceHosts =
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us"];

    /// <summary>The Entra application id of the bot; empty only when <see cref="AllowAnonymous"/>.</summary>
    public required string AppId { get; init; }

    /// <summary>The tenant of the bot's own registration. Needed but for a multi-tenant bot.</summary>
    public string? TenantId { get; init; }

    public TeamsAppType AppType { get; init; } = TeamsAppType.SingleTenant;

    public string? ClientSecret { get; init; }

    /// <summary>A PEM or PFX file with certificate and private key, in place of a secret.</summary>
    public string? CertificatePath { get; init; }

    public string? CertificatePassword { get; init; }

    /// <summary>Tenants whose people are heard. Empty: the bot's own alone; for a multi-tenant bot every one.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    public IReadOnlyList<string> ServiceHosts { get; init; } = DefaultServiceHosts;

    /// <summary>Requests are taken without a token, and answered without one. Only for trials on this machine.</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>Where browsers reach this program, for the download of files; null: not told. Ends in a slash.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Ends in a slash, as all addresses here that are bases.</summary>
    public Uri LoginUrl { get; init; } = new(DefaultLoginUrl);

    public Uri GraphUrl { get; init; } = new(DefaultGraphUrl);

    public Uri MetadataUrl { get; init; } = new(DefaultMetadataUrl);

    public string Issuer { get; init; } = DefaultIssuer;

    /// <summary>What tokens for the Connector are asked for, without <c>/.default</c>.</summary>
    public string BotScope { get; init; } = DefaultBotScope;

    /// <summary>Never the secret.</summary>
    public override string ToString() => $"Teams bot {AppId}, {AppType}{(AllowAnonymous ? ", anonymous" : "")}";
}

/// <summary>How the bot is registered (learn.microsoft.com/azure/bot-service/bot-service-quickstart-registration).</summary>
public enum TeamsAppType
{
    SingleTenant,
    MultiTenant,
    UserAssignedMsi,
}
