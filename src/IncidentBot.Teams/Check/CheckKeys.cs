using IncidentBot.Core.Bot;
using IncidentBot.Teams.Auth;

namespace IncidentBot.Teams.Check;

/// <summary>Whether what Teams sends can be checked.</summary>
internal static class CheckKeys
{
    private const string Subject = "Teams:MetadataUrl";

    public static async Task<CheckLine> RunAsync(KeyDownload download, CancellationToken ct)
    {
        try
        {
            var keys = await download.ReadAsync(ct);
            var endorsed = keys.Values.Count(key => key.Endorsements.Contains(ActivityRules.Channel));
            return endorsed > 0
                ? CheckLine.Fine(Subject, $"the keys were read, {endorsed} of {keys.Count} sign for Teams.")
                : CheckLine.Fault(Subject, $"none of the {keys.Count} keys there signs for Teams. Set it to the address that the documentation of your cloud gives, or leave it out.");
        }
        catch (KeysUnavailableException unavailable)
        {
            return CheckLine.Fault(Subject, $"{unavailable.Message}. What Teams sends could not be checked: let this machine reach it.");
        }
    }
}
