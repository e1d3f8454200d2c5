using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Events.Interactivity;

/// <summary>The place of what happens outside all channels, such as on the bot's page: the conversation with the person, under the person's id until its own is asked for.</summary>
internal static class DirectPlace
{
    public static Place Of(string team, string user) => SlackIds.Place(team, user);

    /// <summary>The person of such a place; null for a real one.</summary>
    public static PersonRef? PersonOf(ChatEvent said) => said.Place.Channel.Id == said.By.Ref.Id ? said.By.Ref : null;
}
