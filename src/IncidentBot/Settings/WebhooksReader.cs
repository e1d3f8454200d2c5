using IncidentBot.Core.Webhooks;
using IncidentBot.Webhooks;

namespace IncidentBot.Settings;

/// <summary>Reads the section <c>Webhooks</c>. Addresses and secrets are never repeated in a fault.</summary>
internal sealed class WebhooksReader(SettingsValues values, ICollection<string> faults)
{
    public const string Urls = "Webhooks:Urls";
    public const string Secret = "Webhooks:Secret";
    public const string Events = "Webhooks:Events";
    public const string IncludePrivate = "Webhooks:IncludePrivate";

    public static readonly IReadOnlyList<string> Keys = [Urls, Secret, Events, IncludePrivate];

    /// <summary>A slow receiver holds one of the outbox's places for the time of a call; chat must keep some.</summary>
    private const int MostReceivers = 8;

    private const int ShortestSecret = 16;

    public WebhookOptions Options()
    {
        var urls = values.List(Urls);
        var addresses = urls.Select(url => SafeAddress.Read(url, isBase: false)).OfType<Uri>().Distinct().ToList();
        if (addresses.Count < urls.Distinct().Count()) faults.Add($"{Urls} has something that is no address that events may be sent to. It can be https addresses with commas between them, or http addresses of this machine, without a query.");
        if (addresses.Count > MostReceivers) faults.Add($"{Urls} has {addresses.Count} addresses. It can have {MostReceivers}; to tell more, let one of them pass it on.");
        return addresses.Count == 0 ? WebhookOptions.None : new(addresses, Secrets());
    }

    public WebhookSettings Settings(WebhookOptions options)
    {
        var (kinds, hidden) = (Kinds(), values.Flag(IncludePrivate, false));
        return options.Addresses.Count == 0 ? new() : new() { Receivers = [.. options.Addresses.Select(WebhookSettings.NameOf)], Events = kinds, Private = hidden };
    }

    private IReadOnlyList<string> Secrets()
    {
        var secrets = values.List(Secret);
        if (secrets.Count == 0) faults.Add($"{Urls} is set, but not {Secret}: receivers could not tell our events from anybody's. Set it to at least {ShortestSecret} random characters, or to whsec_ and base64.");
        else if (secrets.Any(secret => WebhookSignature.KeyOf(secret) is null)) faults.Add($"{Secret} begins with whsec_, but what follows is not base64. Copy it again.");
        else if (secrets.Any(secret => WebhookSignature.KeyOf(secret) is { Length: < ShortestSecret })) faults.Add($"{Secret} is shorter than {ShortestSecret} characters, or bytes in base64, so it could be guessed.");
        return secrets;
    }

    private IReadOnlyList<WebhookKind> Kinds()
    {
        var names = values.List(Events);
        foreach (var unknown in names.Where(name => WebhookKinds.Read(name) is null))
            faults.Add($"{Events} has \"{unknown}\". It can have {string.Join(", ", Enum.GetValues<WebhookKind>().Select(kind => kind.Name()))}, with commas between them; left out, it is all of them.");
        return names.Count == 0 ? new WebhookSettings().Events : [.. names.Select(WebhookKinds.Read).OfType<WebhookKind>().Distinct()];
    }
}
