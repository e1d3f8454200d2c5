using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Teams.Auth;

/// <summary>What an activity must say of itself, once the token has proved who sent it.</summary>
internal static class ActivityRules
{
    public const string Channel = "msteams";

    private const string BotPrefix = "28:";

    /// <param name="provenServiceUrl">What the token says; null when no token is asked for.</param>
    public static Refusal? Refuses(JsonElement activity, string? provenServiceUrl, TeamsOptions options)
    {
        var serviceUrl = activity.Text("serviceUrl");
        if (activity.Text("channelId") != Channel) return Refusal.Unproven("it is of another channel than Teams");
        if (!options.AllowAnonymous)
        {
            if (provenServiceUrl is null || !string.Equals(serviceUrl, provenServiceUrl, StringComparison.OrdinalIgnoreCase)) return Refusal.Unproven("it names another service URL than its token");
            if (!string.Equals(activity.Part("recipient")?.Text("id"), BotPrefix + options.AppId, StringComparison.OrdinalIgnoreCase)) return Refusal.Forbidden("it is addressed to another bot than Teams:AppId");
        }
        if (RefusesTenant(activity, options) is { } why) return Refusal.Forbidden(why);
        return ServiceUrls.Allowed(serviceUrl, options) is null ? Refusal.Forbidden("its service URL is not among Teams:ServiceHosts") : null;
    }

    private static string? RefusesTenant(JsonElement activity, TeamsOptions options)
    {
        var ofConversation = activity.Part("conversation")?.Text("tenantId");
        var ofChannel = activity.Part("channelData")?.Part("tenant")?.Text("id");
        if ((ofConversation ?? ofChannel) is not { Length: > 0 } tenant) return "it names no tenant";
        if (!string.Equals(tenant, ofChannel ?? tenant, StringComparison.OrdinalIgnoreCase)) return "it names two tenants";
        return Hears(tenant, options) ? null : "its tenant is not among those that are heard. Teams:AllowedTenants can name more";
    }

    private static bool Hears(string tenant, TeamsOptions options) => options switch
    {
        { AllowedTenants.Count: > 0 } => options.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase),
        { AppType: not TeamsAppType.MultiTenant, TenantId: { } own } => string.Equals(tenant, own, StringComparison.OrdinalIgnoreCase),
        _ => true, // a bot for every tenant, or a trial on this machine
    };
}
