using IncidentBot.Core.Chat;
using IncidentBot.Slack.Api;

namespace IncidentBot.Slack.Rooms;

/// <summary>Goes into a public channel when Slack asks for it (https://docs.slack.dev/reference/methods/conversations.join). Into a private one, people invite.</summary>
internal sealed class Joining(SlackApi api)
{
    private const string NotThere = "not_in_channel";
    private const string NotSeen = "channel_not_found";

    /// <summary>Does it, after joining the channel where that is missing.</summary>
    public async Task<T> DoAsync<T>(string channel, Func<Task<T>> work, CancellationToken ct)
    {
        try
        {
            return await work();
        }
        catch (SlackApiException outside) when (outside.Error == NotThere)
        {
            await JoinAsync(channel, ct);
            return await work();
        }
        catch (SlackApiException unseen) when (unseen.Error == NotSeen)
        {
            throw new SlackApiException(unseen.Error, unseen.Fault, $"{unseen.Message} If it is a private channel, invite the bot there.", inner: unseen);
        }
    }

    private async Task JoinAsync(string channel, CancellationToken ct)
    {
        try
        {
            await api.CallAsync("conversations.join", new() { ["channel"] = channel }, ct);
        }
        catch (SlackApiException refused) when (refused.Fault is not ChatFault.Temporary)
        {
            throw new SlackApiException(NotThere, ChatFault.Refused, $"The bot is not in the channel and cannot join it by itself: invite it there. {refused.Message}", inner: refused);
        }
    }
}
