using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Slack.Api;

/// <summary>Reads pages by cursor (https://docs.slack.dev/apis/web-api/pagination): the end is a cursor that is missing or empty, never an empty page.</summary>
internal static class SlackPages
{
    /// <summary>Recommended by Slack; more may be answered by a page that is short.</summary>
    public const int Size = 200;

    public static async IAsyncEnumerable<JsonElement> ReadAsync(SlackArguments arguments, Func<SlackArguments, Task<JsonElement>> call)
    {
        var sized = arguments["limit"] is null ? arguments.With("limit", Size) : arguments;
        string? cursor = null;
        do
        {
            var page = await call(cursor is null ? sized : sized.With("cursor", cursor));
            yield return page;
            var next = page.Part("response_metadata")?.Text("next_cursor");
            cursor = string.IsNullOrEmpty(next) || next == cursor ? null : next;
        }
        while (cursor is not null);
    }
}
