using IncidentBot.Core.Bot;

namespace IncidentBot.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work, and how much waits. An integration that fails is shown, and does not make it unready.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { status = "ok" }));
        routes.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(IStoreHealth store, IInbox inbox, IOutbox outbox, IEnumerable<IAdapterHealth> adapters, IEnumerable<IIntegrationHealth> integrations, CancellationToken ct)
    {
        var (inboxDepth, outboxDepth, unread) = await DepthsAsync(inbox, outbox, ct);
        var fault = store.Fault ?? unread;
        var states = adapters.ToDictionary(adapter => adapter.Name, adapter => new Part(adapter.Fault));
        var ready = fault is null && states.Values.All(state => state.Detail is null);
        var report = new Report(ready ? "ok" : "unavailable", new(fault), inboxDepth, outboxDepth, states, integrations.ToDictionary(integration => integration.Name, integration => new Part(integration.Fault)));
        return Results.Json(report, BotJson.Options, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<(QueueDepth? Inbox, QueueDepth? Outbox, string? Fault)> DepthsAsync(IInbox inbox, IOutbox outbox, CancellationToken ct)
    {
        try
        {
            return (await inbox.DepthAsync(ct), await outbox.DepthAsync(ct), null);
        }
        catch (StoreUnavailableException unavailable)
        {
            return (null, null, unavailable.Message);
        }
    }

    private sealed record Report(string Status, Part Store, QueueDepth? Inbox, QueueDepth? Outbox, IReadOnlyDictionary<string, Part> Adapters, IReadOnlyDictionary<string, Part> Integrations);

    private sealed record Part(string? Detail)
    {
        public string Status { get; init; } = Detail is null ? "ok" : "fault";
    }
}
