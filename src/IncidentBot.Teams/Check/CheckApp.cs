using IncidentBot.Core.Bot;

namespace IncidentBot.Teams.Check;

/// <summary>Which bot it is, and whom it hears.</summary>
internal static class CheckApp
{
    private const string Subject = "Teams:AppId";

    public static CheckLine Run(TeamsOptions options) => (options.AppType, options.AllowedTenants) switch
    {
        (TeamsAppType.MultiTenant, []) => CheckLine.Remark(Subject, $"{options.AppId}, registered for many tenants; it hears anybody who installs the app. Name your tenants in Teams:AllowedTenants to hear them alone."),
        (TeamsAppType.MultiTenant, var tenants) => CheckLine.Fine(Subject, $"{options.AppId}, registered for many tenants; it hears {string.Join(", ", tenants)}."),
        (_, []) => CheckLine.Fine(Subject, $"{options.AppId} of the tenant {options.TenantId}; it hears that one alone."),
        (_, var tenants) => CheckLine.Fine(Subject, $"{options.AppId} of the tenant {options.TenantId}; it hears {string.Join(", ", tenants)}."),
    };
}
