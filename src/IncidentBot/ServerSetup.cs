using IncidentBot.Settings;
using Microsoft.AspNetCore.HostFiltering;

namespace IncidentBot;

/// <summary>How the web server listens, stops, logs, and which names it answers to.</summary>
internal static class ServerSetup
{
    private const string DefaultUrl = "http://127.0.0.1:5080";
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] PublicPaths = ["/slack", "/api/messages", "/files", "/hooks", "/health"];
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(4);

    public static void AddServer(this WebApplicationBuilder builder)
    {
        var urls = builder.Configuration["Urls"];
        if (string.IsNullOrWhiteSpace(urls)) builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.UseStaticWebAssets(); // run from a clone as well as published
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = LongestStop);

        // A page of another site may look up its own name to 127.0.0.1 and so reach us: only names that are ours are answered.
        var namesAreSet = !string.IsNullOrWhiteSpace(builder.Configuration["AllowedHosts"]);
        builder.Services.PostConfigure<HostFilteringOptions>(options => options.AllowedHosts = [.. namesAreSet ? options.AllowedHosts : LoopbackNames, .. PublicName(builder.Configuration)]);
    }

    /// <summary>Answers to the names that are ours. Where Slack, Teams, a tracker or a monitoring posts to us under a public one, the browser chat, which has no passwords, answers to loopback names only.</summary>
    public static void UseOwnNames(this WebApplication app, ProgramSettings settings)
    {
        app.UseHostFiltering();
        if (settings is { WebChat: true, Slack.SigningSecret: not null } or { WebChat: true, Teams: not null } or { WebChat: true, Tickets.HasHook: true } or { WebChat: true, Monitoring.Alerts: not null }) app.Use((context, next) =>
        {
            if (IsForAll(context.Request)) return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    private static string[] PublicName(IConfiguration configuration) => Uri.TryCreate(configuration[TeamsSettings.PublicUrl]?.Trim(), UriKind.Absolute, out var url) ? [url.Host] : [];

    private static bool IsForAll(HttpRequest request) =>
        LoopbackNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase) || Array.Exists(PublicPaths, path => request.Path.StartsWithSegments(path));

    /// <summary>One line a record on standard output, with the ids of what was worked on.</summary>
    public static void AddLogs(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.IncludeScopes = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical); // a start that fails is told in sentences
        logging.AddFilter("Polly", LogLevel.Critical); // whoever called says what came of it
        logging.AddConfiguration(configuration.GetSection("Logging"));
    }
}
