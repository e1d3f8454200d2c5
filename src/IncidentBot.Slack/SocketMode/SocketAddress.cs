using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;

namespace IncidentBot.Slack.SocketMode;

/// <summary>Where a new socket is to be opened. The address holds a ticket: it is good once, and is a secret.</summary>
internal sealed class SocketAddress(SlackApi api, SlackOptions options)
{
    /// <exception cref="SlackApiException">Slack gives none, or one that no token's worth may be sent to.</exception>
    public async Task<Uri> NextAsync(CancellationToken ct)
    {
        var answer = await api.CallAppAsync("apps.connections.open", new(), ct);
        return Uri.TryCreate(answer.Text("url"), UriKind.Absolute, out var url) && IsSafe(url)
            ? url
            : throw new SlackApiException(SlackErrors.NoAnswer, ChatFault.Temporary, "Slack gave no secure address for a socket.");
    }

    private bool IsSafe(Uri url) => url.Scheme == Uri.UriSchemeWss || (url.Scheme == Uri.UriSchemeWs && url.IsLoopback && options.ApiBaseUrl.IsLoopback);
}
