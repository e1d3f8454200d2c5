using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Rooms;

/// <summary>The members of the user groups that are asked into every room that is not private. Groups need a paid plan; without one, people come by themselves.</summary>
internal sealed class InviteGroups(SlackApi api, SlackOptions options, ILogger<InviteGroups> log)
{
    public async Task<IReadOnlyList<PersonRef>> MembersAsync(string workspace, CancellationToken ct)
    {
        var members = new List<PersonRef>();
        foreach (var group in options.InviteGroups) members.AddRange((await MembersOfAsync(group, ct)).Select(member => new PersonRef(workspace, member)));
        return members;
    }

    private async Task<IReadOnlyList<string>> MembersOfAsync(string group, CancellationToken ct)
    {
        try
        {
            if (await IdAsync(group, ct) is { } id)
                return [.. (await api.CallAsync("usergroups.users.list", new() { ["usergroup"] = id }, ct)).Items("users").Select(user => user.ToString())];
            log.LogWarning("Nobody of the group {Group} is invited: there is no such group", group);
        }
        catch (SlackApiException refused) when (refused.Fault is not ChatFault.Temporary)
        {
            log.LogWarning("Nobody of the group {Group} is invited: {Reason}", group, refused.Message);
        }
        return [];
    }

    /// <summary>A setting names a group by its id or by its handle, which has no capital letters.</summary>
    private async Task<string?> IdAsync(string group, CancellationToken ct)
    {
        if (group.StartsWith('S') && !group.Any(char.IsAsciiLetterLower)) return group;
        var all = await api.CallAsync("usergroups.list", new(), ct);
        return all.Items("usergroups").FirstOrDefault(one => string.Equals(one.Text("handle"), group.TrimStart('@'), StringComparison.OrdinalIgnoreCase)).Text("id");
    }
}
