using System.Runtime.CompilerServices;
using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Tickets.Jira;

internal static class JiraCheck
{
    private const string Permissions = "CREATE_ISSUES,ADD_COMMENTS,TRANSITION_ISSUES";

    public static async IAsyncEnumerable<CheckLine> RunAsync(JiraOptions options, JiraApi api, [EnumeratorCancellation] CancellationToken ct)
    {
        var project = Uri.EscapeDataString(options.Project);
        var (account, refused) = await TryAsync(api, "myself", ct);
        yield return refused is null ? CheckLine.Fine("Tickets:Jira:ApiToken", $"Jira knows it as {account.Text("displayName") ?? options.Email}.") : CheckLine.Fault("Tickets:Jira:ApiToken", refused);
        if (refused is not null) yield break;
        var (found, missing) = await TryAsync(api, $"project/{project}", ct);
        yield return missing is null
            ? CheckLine.Fine("Tickets:Jira:Project", $"{options.Project} is {found.Text("name")}.")
            : CheckLine.Fault("Tickets:Jira:Project", $"{options.Project}: {missing} Set the key of a project that the account sees.");
        if (missing is not null) yield break;
        var (granted, unknown) = await TryAsync(api, $"mypermissions?projectKey={project}&permissions={Permissions}", ct);
        string[] lacking = [.. Permissions.Split(',').Where(permission => granted.Part("permissions")?.Part(permission)?.Says("havePermission") is not true)];
        yield return unknown is not null ? CheckLine.Fault("Permissions", unknown)
            : lacking.Length == 0 ? CheckLine.Fine("Permissions", "the account may create, comment on and transition issues.")
            : CheckLine.Fault("Permissions", $"the account lacks {string.Join(", ", lacking)} in {options.Project}. A project administrator can grant them.");
        var (types, untold) = await TryAsync(api, $"issue/createmeta/{project}/issuetypes", ct);
        string[] names = [.. types.Items("issueTypes").Select(type => type.Text("name")).OfType<string>()];
        yield return untold is not null ? CheckLine.Fault("Tickets:Jira:IssueType", untold)
            : names.Contains(options.IssueType, StringComparer.OrdinalIgnoreCase) ? CheckLine.Fine("Tickets:Jira:IssueType", $"{options.Project} has the type {options.IssueType}.")
            : CheckLine.Fault("Tickets:Jira:IssueType", $"{options.Project} has no type {options.IssueType}. It has {string.Join(", ", names)}.");
    }

    private static async Task<(JsonElement Answer, string? Fault)> TryAsync(JiraApi api, string path, CancellationToken ct)
    {
        try
        {
            return (await api.GetAsync(path, ct), null);
        }
        catch (ChatException failure)
        {
            return (default, failure.Message);
        }
    }
}
