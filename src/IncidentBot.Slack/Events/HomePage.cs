using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events;

/// <summary>The bot's own page (docs.slack.dev/reference/events/app_home_opened). Its messages tab is a conversation, not the page.</summary>
internal static class HomePage
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> OpenedAsync(SlackEvent said, CancellationToken ct) =>
        said.Body.Filled("tab") == "home" && said.Body.Id("user") is { } user
            ? [new HomeOpened(said.At, await said.ByAsync(ct), SlackIds.Place(said.Team, said.Body.Id("channel") ?? user))]
            : [];
}
