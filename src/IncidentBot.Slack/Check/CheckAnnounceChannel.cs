using IncidentBot.Core.Bot;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Rooms;

namespace IncidentBot.Slack.Check;

/// <summary>Whether incidents can be announced where they should be.</summary>
internal sealed class CheckAnnounceChannel(SlackApi api, ChannelNames names)
{
    private const string Subject = "Incidents:AnnounceChannel";

    public async Task<CheckLine> RunAsync(string? idOrName, CancellationToken ct) => idOrName is null
        ? CheckLine.Remark(Subject, "it is empty: incidents are announced nowhere.")
        : await new CheckChannel(api, names).RunAsync(Subject, idOrName, "announcement", ct);
}
