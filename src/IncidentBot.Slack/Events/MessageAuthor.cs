using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events;

/// <summary>Who wrote a message: a person, or another bot under the name that it shows.</summary>
internal static class MessageAuthor
{
    private const string NamelessBot = "a bot";

    /// <remarks>Apps also post as a person: then a bot id stands beside that person's user id.</remarks>
    public static ValueTask<Person> OfAsync(Reading reading, JsonElement message, CancellationToken ct)
    {
        var (user, shown, bot) = (message.Filled("user"), message.Filled("username"), message.Filled("bot_id"));
        var botName = message.Part("bot_profile")?.Filled("name");
        if (user is not null && shown is null) return reading.People(reading.Team, user, NameIn(message.Part("user_profile")) ?? botName, ct);
        return ValueTask.FromResult((user ?? bot ?? shown) is { } id ? new Person(SlackIds.Person(reading.Team, id), shown ?? botName ?? NamelessBot) : Nobody(reading.Team));
    }

    /// <summary>For what Slack tells without saying who did it.</summary>
    public static Person Nobody(string team) => new(SlackIds.Person(team, "USLACKBOT"), "Slack");

    private static string? NameIn(JsonElement? profile) => profile?.Filled("display_name") ?? profile?.Filled("real_name") ?? profile?.Filled("name");
}
