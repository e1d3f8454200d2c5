using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Storage.LiteDb;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Benchmarks.Serving;

/// <summary>What Slack's endpoint does with a message event, and the real way from there to the timeline.</summary>
internal static class IngestHost
{
    /// <summary>As the program's first argument: be this server.</summary>
    public const string Word = "serve";

    public const string Ready = "READY";
    public const string Waiting = "/bench/waiting";
    public const string OnTimeline = "/bench/timeline";

    private const int LargestBody = 1024 * 1024;

    public static async Task RunAsync(string address, string data)
    {
        using var logs = LoggerFactory.Create(log => log.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        await using var storage = await LiteDbStorage.OpenAsync(Path.Combine(data, "incidentbot.db"), TimeProvider.System, logs, CancellationToken.None);
        await RunningIncidents.DeclareAsync(storage.Store, CancellationToken.None);
        using var stopping = new CancellationTokenSource();
        var workers = Workers.Start(storage, logs, stopping.Token);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var app = builder.Build();
        app.MapPost("/slack/events", (RequestDelegate)(context => ReceiveAsync(context, storage.Inbox)));
        app.MapGet(Waiting, (RequestDelegate)(async context => await AnswerAsync(context, (await storage.Inbox.DepthAsync(context.RequestAborted)).Depth)));
        app.MapGet(OnTimeline, (RequestDelegate)(async context => await AnswerAsync(context, await CountAsync(storage.Store, context.RequestAborted))));
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Ready));
        await app.RunAsync();
        await stopping.CancelAsync();
        await workers;
    }

    private static async Task ReceiveAsync(HttpContext context, IInbox inbox)
    {
        var request = context.Request;
        if (request.ContentLength is not (> 0 and <= LargestBody and var length))
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        var body = new byte[length];
        await request.Body.ReadExactlyAsync(body, context.RequestAborted);
        var now = TimeProvider.System.GetUtcNow();
        if (!SlackSignature.Matches(request.Headers["X-Slack-Request-Timestamp"], request.Headers["X-Slack-Signature"], body, now))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        try
        {
            await inbox.AddAsync(EventEnvelope.Delivered(body, now), context.RequestAborted);
        }
        catch (StoreUnavailableException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task<int> CountAsync(IStore store, CancellationToken ct)
    {
        var found = 0;
        foreach (var id in RunningIncidents.Ids) found += await store.Timeline.CountAsync(id, ct);
        return found;
    }

    private static Task AnswerAsync(HttpContext context, int number) => context.Response.WriteAsync(number.ToString(CultureInfo.InvariantCulture));
}
