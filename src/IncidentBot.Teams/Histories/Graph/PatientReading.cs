using System.Runtime.CompilerServices;
using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Histories.Graph;

/// <summary>Reads page after page and waits when Graph asks to: a long history that began anew at each such wish would never be read to its end.</summary>
internal sealed class PatientReading(GraphApi api, TimeProvider time, ILogger<PatientReading> log)
{
    /// <summary>More often for one page, and it is better to come back later.</summary>
    public const int MostWaits = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>One answer.</summary>
    /// <param name="path">Under Graph's version, e.g. <c>chats/19:…/messages</c>.</param>
    public Task<JsonElement> GetAsync(string tenant, string path, string what, CancellationToken ct) => PageAsync(tenant, new(api.Base, path), what, ct);

    /// <summary>Pages by <c>@odata.nextLink</c> (learn.microsoft.com/graph/paging); a page may be empty and not be the last.</summary>
    public IAsyncEnumerable<JsonElement> PagesAsync(string tenant, string path, string what, CancellationToken ct) => EachAsync(tenant, new(api.Base, path), what, ct);

    /// <param name="link">What Graph gave as the next page.</param>
    public IAsyncEnumerable<JsonElement> FromAsync(string tenant, string link, string what, CancellationToken ct) => EachAsync(tenant, api.AddressOf(link, what), what, ct);

    private async IAsyncEnumerable<JsonElement> EachAsync(string tenant, Uri address, string what, [EnumeratorCancellation] CancellationToken ct)
    {
        var read = new HashSet<Uri>();
        for (var next = address; next is not null;)
        {
            if (!read.Add(next)) throw new GraphException(null, ChatFault.Temporary, $"Microsoft Graph gave the same page of {what} again and again.");
            var page = await PageAsync(tenant, next, what, ct);
            yield return page;
            next = page.Text("@odata.nextLink") is { Length: > 0 } link ? api.AddressOf(link, what) : null;
        }
    }

    private async Task<JsonElement> PageAsync(string tenant, Uri address, string what, CancellationToken ct)
    {
        for (var waits = 0; ; waits++)
        {
            try
            {
                return await api.GetAsync(tenant, address, what, ct);
            }
            catch (GraphException passing) when (passing is { Fault: ChatFault.Temporary, Status: not System.Net.HttpStatusCode.Unauthorized } && WaitAfter(passing, waits) <= LongestWait && waits < MostWaits)
            {
                log.LogDebug("Reading goes on after a pause: {Reason}", passing.Message);
                await Task.Delay(WaitAfter(passing, waits), time, ct);
            }
        }
    }

    private static TimeSpan WaitAfter(GraphException passing, int waits) => passing.RetryAfter ?? Doubling.Of(FirstWait, waits, LongestWait);
}
