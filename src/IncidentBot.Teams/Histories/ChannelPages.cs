using System.Runtime.CompilerServices;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Histories.Graph;

namespace IncidentBot.Teams.Histories;

/// <summary>The messages of a channel's thread, or of all its threads.</summary>
internal sealed class ChannelPages(PatientReading reading, TeamGroups groups)
{
    /// <summary>Threads that began and last changed longer ago are not looked into for later replies.</summary>
    public static readonly TimeSpan ThreadsBefore = TimeSpan.FromDays(7);

    private const int ThreadsTogether = 5; // each comes with up to 1,000 replies
    private const string First = "the first message of a thread";
    private const string Replies = "the replies of a thread";
    private const string Messages = "the messages of a channel";

    /// <summary>Where the messages of a channel stand.</summary>
    public static string PathOf(string group, ChannelRef channel) => $"teams/{Uri.EscapeDataString(group)}/channels/{Uri.EscapeDataString(TeamsIds.Own(channel))}/messages";

    public async IAsyncEnumerable<IReadOnlyList<JsonElement>> ReadAsync(Place room, DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var tenant = TeamsIds.Tenant(room.Channel.Workspace);
        var path = PathOf(await groups.FindAsync(room.Channel, ct), room.Channel);
        var pages = room.Thread is { } thread ? ThreadAsync(tenant, $"{path}/{Uri.EscapeDataString(thread)}", since, ct) : ThreadsAsync(tenant, path, since, ct);
        await foreach (var page in pages) yield return page;
    }

    // learn.microsoft.com/graph/api/chatmessage-get, chatmessage-list-replies
    private async IAsyncEnumerable<IReadOnlyList<JsonElement>> ThreadAsync(string tenant, string path, DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return [await reading.GetAsync(tenant, path, First, ct)];
        await foreach (var page in reading.PagesAsync(tenant, $"{path}/replies?$top={PageLimits.Most}", Replies, ct))
        {
            JsonElement[] replies = [.. page.Items("value")];
            yield return replies;
            if (PageLimits.IsBefore(replies, since)) yield break;
        }
    }

    // learn.microsoft.com/graph/api/channel-list-messages
    private async IAsyncEnumerable<IReadOnlyList<JsonElement>> ThreadsAsync(string tenant, string path, DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var page in reading.PagesAsync(tenant, $"{path}?$top={ThreadsTogether}&$expand=replies", Messages, ct))
        {
            JsonElement[] firsts = [.. page.Items("value")];
            yield return firsts;
            foreach (var first in firsts)
            {
                yield return [.. first.Items("replies")];
                if (first.Text("replies@odata.nextLink") is not { Length: > 0 } more) continue;
                await foreach (var rest in reading.FromAsync(tenant, more, Replies, ct)) yield return [.. rest.Items("value")];
            }
            var before = since - ThreadsBefore;
            if (PageLimits.IsBefore(firsts, before) && firsts.SelectMany(first => first.Items("replies")).All(reply => ChatMessageReading.CreatedAt(reply) < before)) yield break;
        }
    }
}
