using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>Message events of a channel, numbered; each a microsecond after the one before.</summary>
internal sealed class SaidInRoom(SlackWorkspace slack, string room = HeardProgram.Room)
{
    private readonly string _channel = slack.Channel(room).Id;
    private readonly string _user = slack.Person("ben").Id;
    private readonly long _began = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    public SlackPost Post(int number, string? text = null) => new(Event(number, text ?? Text(number)).ToJsonString());

    public static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"message n{number}n");

    public JsonObject Event(int number, string text)
    {
        var ts = string.Create(CultureInfo.InvariantCulture, $"{_began}.{number:D6}");
        return new()
        {
            ["team_id"] = WorkspaceState.TeamId,
            ["api_app_id"] = WorkspaceState.AppId,
            ["type"] = "event_callback",
            ["event_id"] = string.Create(CultureInfo.InvariantCulture, $"EvSaid{number:D9}"),
            ["event_time"] = _began,
            ["event"] = new JsonObject { ["type"] = "message", ["channel"] = _channel, ["channel_type"] = "channel", ["user"] = _user, ["text"] = text, ["ts"] = ts, ["event_ts"] = ts },
            ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = WorkspaceState.TeamId, ["user_id"] = slack.State.Bot.Id, ["is_bot"] = true }),
        };
    }
}
