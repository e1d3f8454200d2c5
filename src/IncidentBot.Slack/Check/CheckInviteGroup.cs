using IncidentBot.Core.Bot;
using IncidentBot.Http;
using IncidentBot.Slack.Api;

namespace IncidentBot.Slack.Check;

/// <summary>Whether there is such a user group.</summary>
internal static class CheckInviteGroup
{
    private const string Subject = "Slack:InviteGroups";

    public static async Task<CheckLine> RunAsync(SlackApi api, string group, CancellationToken ct)
    {
        try
        {
            var groups = (await api.CallAsync("usergroups.list", new(), ct)).Items("usergroups");
            return groups.Any(one => one.Text("id") == group || string.Equals(one.Text("handle"), group, StringComparison.OrdinalIgnoreCase))
                ? CheckLine.Fine(Subject, $"there is a group {group}.")
                : CheckLine.Fault(Subject, $"there is no user group {group} in the workspace. Take it out of the setting, or correct its handle.");
        }
        catch (SlackApiException failed)
        {
            return CheckLine.Fault(Subject, $"{group} could not be looked up. {failed.Message}");
        }
    }
}
