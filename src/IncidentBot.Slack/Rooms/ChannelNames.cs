using System.Collections.Concurrent;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;

namespace IncidentBot.Slack.Rooms;

/// <summary>Finds channels that a setting gives by name.</summary>
internal sealed class ChannelNames(SlackApi api)
{
    // The most that Slack gives: https://docs.slack.dev/reference/methods/conversations.list
    private const int PageSize = 999;

    private readonly ConcurrentDictionary<string, string> _ids = [];

    /// <summary>The id of a channel given by id or by name. Names have no capital letters, ids have no small ones.</summary>
    public ValueTask<string> IdAsync(string idOrName, CancellationToken ct)
    {
        if (idOrName.Length > 0 && !idOrName.StartsWith('#') && !idOrName.Any(char.IsAsciiLetterLower)) return new(idOrName);
        var name = idOrName.TrimStart('#').ToLowerInvariant();
        return _ids.TryGetValue(name, out var id) ? new(id) : new(FindAsync(name, ct));
    }

    private async Task<string> FindAsync(string name, CancellationToken ct)
    {
        var all = new SlackArguments { ["types"] = "public_channel,private_channel", ["exclude_archived"] = true, ["limit"] = PageSize };
        await foreach (var page in api.PagesAsync("conversations.list", all, ct))
            foreach (var channel in page.Items("channels"))
                if (channel.Text("name") == name && channel.Text("id") is { } id)
                    return _ids[name] = id;
        throw new ChatException(ChatFault.Refused, $"There is no channel #{name} that the bot can see. Create it, or invite the bot if it is private, or set another channel where the settings name it, as in Incidents:AnnounceChannel.");
    }
}
