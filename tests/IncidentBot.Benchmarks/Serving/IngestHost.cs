using System.Globalization;
using IncidentBot.Core.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Benchmarks.Serving;

/// <summary>The real program, set up for Slack over HTTP, with running incidents in it and with Slack's Web API beside it, so that it needs no network.</summary>
internal static class IngestHost
{
    /// <summary>As the program's first argument: be this server. The settings follow.</summary>
    public const string Word = "serve";

    /// <summary>The secret that the load generator signs with by default.</summary>
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";

    public const string Waiting = "/bench/waiting";
    public const string OnTimeline = "/bench/timeline";

    public static async Task RunAsync(string[] settings)
    {
        await using var app = await ProgramHost.BuildAsync(settings, TimeProvider.System, builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:BotToken"] = "xoxb-benchmark",
            ["Slack:SigningSecret"] = SigningSecret,
            ["Slack:ApiBaseUrl"] = builder.Configuration["Urls"] + SlackWebApi.Path,
        }));
        var (store, inbox) = (app.Services.GetRequiredService<IStore>(), app.Services.GetRequiredService<IInbox>());
        await RunningIncidents.DeclareAsync(store, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        app.MapSlackWebApi();
        app.MapGet(Waiting, (RequestDelegate)(async context => await AnswerAsync(context, (await inbox.DepthAsync(context.RequestAborted)).Depth)));
        app.MapGet(OnTimeline, (RequestDelegate)(async context => await AnswerAsync(context, await CountAsync(store, context.RequestAborted))));
        await app.RunAsync();
    }

    private static async Task<int> CountAsync(IStore store, CancellationToken ct)
    {
        var found = 0;
        foreach (var id in RunningIncidents.Ids) found += await store.Timeline.CountAsync(id, ct);
        return found;
    }

    private static Task AnswerAsync(HttpContext context, int number) => context.Response.WriteAsync(number.ToString(CultureInfo.InvariantCulture));
}
