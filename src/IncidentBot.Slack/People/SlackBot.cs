using System.Text.Json;
using IncidentBot.Http;
using IncidentBot.Slack.Api;

namespace IncidentBot.Slack.People;

/// <summary>Who we are in Slack: asked for once, and learnt from what arrives, so that own messages are known also while Slack cannot be asked.</summary>
internal sealed class SlackBot(SlackApi api)
{
    private volatile SlackSelf _self = new();
    private volatile bool _asked;

    /// <summary>What is known; never asks.</summary>
    public SlackSelf Known => _self;

    /// <summary>Who we are, by <c>auth.test</c> the first time.</summary>
    /// <exception cref="SlackApiException">Slack could not be asked, or does not know the token.</exception>
    public async ValueTask<SlackSelf> AskAsync(CancellationToken ct)
    {
        if (_asked) return _self;
        var answer = await api.CallAsync("auth.test", new(), ct);
        var url = Uri.TryCreate(answer.Text("url"), UriKind.Absolute, out var address) ? address : null;
        _self = new(answer.Text("team_id"), answer.Text("user_id"), answer.Text("bot_id"), url);
        _asked = true;
        return _self;
    }

    /// <summary>Learns from an <c>event_callback</c> envelope, which names the installation that it is for.</summary>
    public void Learn(JsonElement envelope)
    {
        if (_asked) return;
        var ours = envelope.Items("authorizations").FirstOrDefault(authorization => authorization.Says("is_bot"));
        if (ours.Text("user_id") is { } user) _self = _self with { Team = ours.Text("team_id") ?? envelope.Text("team_id"), User = user };
    }

    /// <summary>These are the author ids of a message of ours.</summary>
    public bool Is(string? user, string? bot) => (user is not null && user == _self.User) || (bot is not null && bot == _self.Bot);
}
