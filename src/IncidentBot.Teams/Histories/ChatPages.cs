using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Histories.Graph;

namespace IncidentBot.Teams.Histories;

/// <summary>The messages of a chat (learn.microsoft.com/graph/api/chat-list-messages): whatever was posted since a time was also modified since then, and only by that Graph can filter.</summary>
internal static class ChatPages
{
    private const string What = "the messages of a chat";

    /// <summary>Where the messages of a chat stand.</summary>
    public static string PathOf(ChannelRef chat) => $"chats/{Uri.EscapeDataString(TeamsIds.Own(chat))}/messages";

    public static async IAsyncEnumerable<IReadOnlyList<JsonElement>> ReadAsync(PatientReading reading, ChannelRef chat, DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{PathOf(chat)}?$top={PageLimits.Most}&$orderby=lastModifiedDateTime%20desc");
        if (since > DateTimeOffset.UnixEpoch) path += $"&$filter=lastModifiedDateTime%20gt%20{since.UtcDateTime.AddMilliseconds(-1).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}";
        await foreach (var page in reading.PagesAsync(TeamsIds.Tenant(chat.Workspace), path, What, ct))
        {
            JsonElement[] messages = [.. page.Items("value")];
            yield return messages;
            if (PageLimits.IsBefore(messages, since)) yield break;
        }
    }
}
