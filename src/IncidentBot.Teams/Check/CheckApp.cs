using IncidentBot.Core.Bot;

namespace IncidentBot.Teams.Check;

/// <summary>Which bot it is, and whom it hears.</summary>
internal static class CheckApp
{
    public static CheckLine Run(TeamsOptions options) => CheckLine.Fine("Teams:AppId", $"{options.AppId}, {Registered(options)}; it hears {Heard(options)}.");

    private static string Registered(TeamsOptions options) => options.AppType switch
    {
        TeamsAppType.SingleTenant => $"registered for the tenant {options.TenantId}",
        TeamsAppType.MultiTenant => "registered for many tenants",
        TeamsAppType.UserAssignedMsi => $"a managed identity of the tenant {options.TenantId}",
    };

    private static string Heard(TeamsOptions options) => (options.AllowedTenants, options.AppType) switch
    {
        ({ Count: > 0 } tenants, _) => $"the tenants {string.Join(", ", tenants)}",
        (_, TeamsAppType.MultiTenant) => "every tenant: name yours in Teams:AllowedTenants, or anybody who installs the app is heard",
        _ => "that tenant alone",
    };
}
