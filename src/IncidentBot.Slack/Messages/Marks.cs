using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.People;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Messages;

/// <summary>Reactions, pins and the bookmark at the head of a channel.</summary>
internal sealed class Marks(SlackApi api, SlackBot bot, ILogger<Marks> log)
{
    private const string BookmarkTitle = "Incident status";

    public Task ReactAsync(MessageRef message, string emoji, CancellationToken ct) =>
        OnceAsync("reactions.add", new() { ["channel"] = message.Channel.Id, ["timestamp"] = message.Id, ["name"] = ReactionNames.Of(emoji) }, "already_reacted", ct);

    /// <summary>Pins the message, and puts a bookmark of it above the channel where the app may.</summary>
    public async Task PinAsync(MessageRef message, CancellationToken ct)
    {
        await OnceAsync("pins.add", new() { ["channel"] = message.Channel.Id, ["timestamp"] = message.Id }, "already_pinned", ct);
        try
        {
            await BookmarkAsync(message, ct);
        }
        catch (SlackApiException failure)
        {
            log.LogInformation("Message {Message} is pinned but has no bookmark: {Reason}", message, failure.Message);
        }
    }

    // A card that was posted anew takes the bookmark of the one before.
    private async Task BookmarkAsync(MessageRef message, CancellationToken ct)
    {
        await bot.AskAsync(ct);
        if (Permalink.Of(bot.Known.Url, message, null) is not { } link) return;
        var bookmark = new SlackArguments { ["channel_id"] = message.Channel.Id, ["title"] = BookmarkTitle, ["type"] = "link", ["link"] = link };
        var standing = await StandingBookmarkAsync(message.Channel.Id, ct);
        await (standing is null ? api.CallAsync("bookmarks.add", bookmark, ct) : api.CallAsync("bookmarks.edit", bookmark.With("bookmark_id", standing), ct));
    }

    private async Task<string?> StandingBookmarkAsync(string channel, CancellationToken ct)
    {
        try
        {
            var all = await api.CallAsync("bookmarks.list", new() { ["channel_id"] = channel }, ct);
            return all.Items("bookmarks").FirstOrDefault(bookmark => bookmark.Text("title") == BookmarkTitle).Text("id");
        }
        catch (SlackApiException unseen) when (unseen.Fault is not ChatFault.Temporary)
        {
            log.LogDebug("Whether {Channel} has the bookmark cannot be seen: {Reason}", channel, unseen.Message);
            return null;
        }
    }

    private async Task OnceAsync(string method, SlackArguments arguments, string done, CancellationToken ct)
    {
        try
        {
            await api.CallAsync(method, arguments, ct);
        }
        catch (SlackApiException already) when (already.Error == done)
        {
            log.LogDebug("{Method}: {Done}", method, done);
        }
    }
}
