using IncidentBot.Core.Timeline;
using IncidentBot.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Tests.Storage;

/// <summary>A store at work: deliveries come in, each is committed as one entry and one saying.</summary>
public static class Working
{
    private static readonly Core.Incidents.IncidentId Incident = new(Sample.Workspace, 1);

    public static Task<LiteDbStorage> OpenAsync(string path) => LiteDbStorage.OpenAsync(path, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);

    /// <summary>Works on one lease. Deliveries that cannot be committed now come again.</summary>
    /// <param name="attempt">Makes the entry's id unique, so that a delivery that was worked on twice has two entries.</param>
    public static async Task WorkAsync(LiteDbStorage storage, Func<string> attempt, CancellationToken ct)
    {
        var lease = await storage.Inbox.NextAsync(16, ct);
        try
        {
            var entries = lease.Deliveries.Select(delivery => Sample.Entry($"{delivery.Id}#{attempt()}", delivery.Body)).ToList();
            var says = lease.Deliveries.Select(delivery => (Core.Chat.Saying)Sample.Say(delivery.Id, lease.OrderKey)).ToList();
            await storage.Store.CommitAsync(new(new() { Record = entries, Say = says }, lease.Deliveries, Sample.Time), CancellationToken.None);
        }
        finally
        {
            storage.Inbox.Release(lease);
        }
    }

    /// <summary>Works until nothing waits.</summary>
    public static async Task DrainAsync(LiteDbStorage storage, Func<string> attempt)
    {
        while ((await storage.Inbox.DepthAsync(CancellationToken.None)).Depth > 0) await WorkAsync(storage, attempt, CancellationToken.None);
    }

    /// <summary>How many entries each delivery has.</summary>
    public static async Task<Dictionary<string, int>> EntriesOfDeliveriesAsync(LiteDbStorage storage)
    {
        var entries = new List<TimelineEntry>();
        for (var page = await PageAsync(null); page.Count > 0; page = await PageAsync(page[^1].SortKey)) entries.AddRange(page);
        return entries.CountBy(entry => entry.Id.Split('#')[0]).ToDictionary();

        Task<IReadOnlyList<TimelineEntry>> PageAsync(string? after) => storage.Store.Timeline.PageAsync(Incident, after, 1000, CancellationToken.None);
    }
}
