using System.Text.Json;
using IncidentBot.Http;
using IncidentBot.Slack.People;

namespace IncidentBot.Slack.Events;

/// <summary>What reading a payload needs to know beyond it.</summary>
/// <param name="Team">The workspace for which the bot hears it.</param>
/// <param name="Self">Who the bot is, as far as that is known.</param>
/// <param name="App">The app's id, where the payload tells it.</param>
internal sealed record Reading(string Team, SlackSelf Self, PeopleLookup People, string? App = null)
{
    public bool IsSelf(string? user) => user is not null && user == Self.User;

    /// <summary>What the bot wrote itself comes back as events.</summary>
    public bool Wrote(JsonElement message) =>
        IsSelf(message.Text("user"))
        || Same(message.Text("bot_id"), Self.Bot)
        || Same(message.Text("app_id"), App)
        || Same(message.Part("bot_profile")?.Text("app_id"), App);

    private static bool Same(string? one, string? other) => one is not null && one == other;
}
