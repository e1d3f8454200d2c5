using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.State;

/// <summary>A person, or a bot's user.</summary>
public sealed record Member(string Id, string Name, string RealName, string TimeZone)
{
    /// <summary>Set for a bot's user.</summary>
    public string? BotId { get; init; }

    public bool IsBot => BotId is not null;

    public JsonObject ToJson(string team) => new()
    {
        ["id"] = Id,
        ["team_id"] = team,
        ["name"] = Name,
        ["real_name"] = RealName,
        ["deleted"] = false,
        ["tz"] = TimeZone,
        ["is_bot"] = IsBot,
        ["is_app_user"] = false,
        ["is_restricted"] = false,
        ["is_ultra_restricted"] = false,
        ["updated"] = 1,
        ["profile"] = new JsonObject { ["real_name"] = RealName, ["display_name"] = IsBot ? "" : Name, ["email"] = $"{Name}@example.com", ["team"] = team },
    };
}
