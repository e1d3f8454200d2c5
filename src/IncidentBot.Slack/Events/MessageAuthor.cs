using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.Api;

namespace IncidentBot.Slack.Events;

/// <summary>Who wrote a message: a person, or another bot under the name that it shows.</summary>
internal static class MessageAuthor
{
    private const string NamelessBot = "a bot";

    public static async ValueTask<Person> OfAsync(Reading reading, JsonElement message, CancellationToken ct)
    {
        var user = message.Filled("user");
        var bot = message.Filled("bot_id");
        var botName = message.Filled("username") ?? message.Part("bot_profile")?.Filled("name");
        if (bot is not null && (botName is not null || user is null)) return new(SlackIds.Person(reading.Team, user ?? bot), botName ?? NamelessBot);
        if (user is null) return botName is null ? Nobody(reading.Team) : new(SlackIds.Person(reading.Team, botName), botName);
        var profile = message.Part("user_profile");
        return await reading.People(reading.Team, user, profile?.Filled("display_name") ?? profile?.Filled("real_name") ?? profile?.Filled("name"), ct);
    }

    /// <summary>For what Slack tells without saying who did it.</summary>
    public static Person Nobody(string team) => new(SlackIds.Person(team, "USLACKBOT"), "Slack");
}
