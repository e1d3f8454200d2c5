using IncidentBot.Core.Bot;
using IncidentBot.Slack.SocketMode;

namespace IncidentBot.Slack.Check;

/// <summary>Whether a socket can be opened and Slack says hello on it. What else Slack sends on it is not acknowledged, so it comes again.</summary>
internal static class CheckSocket
{
    private const string Subject = "Slack:AppToken";

    public static async Task<CheckLine> RunAsync(SocketOpening opening, CancellationToken ct)
    {
        try
        {
            var socket = await opening.OpenAsync(owner: 1, ct);
            await socket.CloseAsync();
            return CheckLine.Fine(Subject, "a socket was opened, and Slack said hello.");
        }
        catch (SocketEndedException failed)
        {
            return CheckLine.Fault(Subject, failed.Message);
        }
    }
}
