using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Benchmarks.Serving;

/// <summary>The real program with one endpoint more, which does what Slack's does with a message event.</summary>
internal static class IngestHost
{
    /// <summary>As the program's first argument: be this server. The settings follow.</summary>
    public const string Word = "serve";

    public const string Waiting = "/bench/waiting";
    public const string OnTimeline = "/bench/timeline";

    private const int LargestBody = 1024 * 1024;

    public static async Task RunAsync(string[] settings)
    {
        await using var app = await ProgramHost.BuildAsync(settings, TimeProvider.System, builder =>
        {
            builder.Logging.AddFilter(_ => false); // its output is the program's, and nobody reads it here
            builder.Services.AddSingleton(EventEnvelope.Translator);
            builder.Services.AddSingleton<IChat>(new SilentChat(() => []));
        });
        var (store, inbox) = (app.Services.GetRequiredService<IStore>(), app.Services.GetRequiredService<IInbox>());
        await RunningIncidents.DeclareAsync(store, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        app.MapPost("/slack/events", (RequestDelegate)(context => ReceiveAsync(context, inbox)));
        app.MapGet(Waiting, (RequestDelegate)(async context => await AnswerAsync(context, (await inbox.DepthAsync(context.RequestAborted)).Depth)));
        app.MapGet(OnTimeline, (RequestDelegate)(async context => await AnswerAsync(context, await CountAsync(store, context.RequestAborted))));
        await app.RunAsync();
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
