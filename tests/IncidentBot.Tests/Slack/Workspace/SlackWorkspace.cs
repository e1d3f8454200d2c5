using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.Api;
using IncidentBot.Tests.Slack.Workspace.Api.Methods;
using IncidentBot.Tests.Slack.Workspace.Delivery;
using IncidentBot.Tests.Slack.Workspace.People;
using IncidentBot.Tests.Slack.Workspace.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IncidentBot.Tests.Slack.Workspace;

/// <summary>A Slack workspace to test against: its Web API, its sockets and its people, on a loopback port. It refuses what Slack refuses.</summary>
public sealed class SlackWorkspace : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly WebApplication _server;
    private readonly HashSet<HttpSender> _senders = [];

    private SlackWorkspace(WebApplication server, Uri url, WorkspaceOptions options)
    {
        (_server, Url, Options) = (server, url, options);
        State = new(url);
        Clock = new(State, options.AckWithin);
        Deliveries = new(options);
        Feed = new(State, Deliveries, options.Events);
        Happenings = new(State, Feed);
        Channels = new(State, Feed, Happenings);
        Interactions = new(State, url);
        Responses = new(State, Happenings);
        Sockets = new(State, options, Clock);
        Api = new(State, options, Sockets,
            [.. PeopleMethods.All, .. ReadingMethods.All, .. new ChatMethods(Happenings).All, .. new ChannelMethods(Channels).All, .. new MarkMethods(Happenings).All, .. new FileMethods(Happenings, url).All, .. new ViewMethods(options).All]);
    }

    public Uri Url { get; }

    /// <summary>What <c>Slack:ApiBaseUrl</c> is to be.</summary>
    public Uri ApiUrl => new(Url, "api/");

    public WorkspaceOptions Options { get; }

    public WebApi Api { get; }

    public ApiFaults Faults => Api.Faults;

    public SocketMode Sockets { get; }

    public Deliveries Deliveries { get; }

    public AckClock Clock { get; }

    public WorkspaceState State { get; }

    internal EventFeed Feed { get; }

    internal Happenings Happenings { get; }

    internal ChannelHappenings Channels { get; }

    internal Interactions Interactions { get; }

    internal Responses Responses { get; }

    /// <summary>Starts it with four people in #general and #incidents. The app is told things by its sockets.</summary>
    public static async Task<SlackWorkspace> StartAsync(WorkspaceOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        SlackWorkspace? workspace = null;
        server.Map("/api/{method}", (HttpContext context, string method) => workspace!.Api.HandleAsync(context, method));
        server.Map("/link/", (HttpContext context) => workspace!.Sockets.AcceptAsync(context));
        server.MapPost("/upload/{file}", (HttpContext context, string file) => workspace!.UploadedAsync(context, file));
        server.MapPost("/response/{id}", (string id, JsonObject posted) => workspace!.Responded(id, posted));
        await server.StartAsync();
        workspace = new(server, new(server.Urls.Single() + "/"), options ?? new());
        workspace.Deliveries.Way = workspace.Sockets;
        workspace.Populate();
        return workspace;
    }

    /// <summary>The app is told things at its addresses from now on.</summary>
    public HttpSender TellByHttp(Uri app)
    {
        var sender = new HttpSender(State, Options, Clock, app);
        _senders.Add(sender);
        Deliveries.Way = sender;
        return sender;
    }

    public SlackPerson Person(string name) => new(this, State.Member(name) ?? throw new InvalidOperationException($"There is no {name}"));

    /// <summary>A conversation's messages, oldest first.</summary>
    public IReadOnlyList<Message> Messages(string channel)
    {
        lock (State.Gate) return State.Conversation(channel)?.Messages ?? [];
    }

    public Conversation Channel(string name)
    {
        lock (State.Gate) return State.Conversation(name) ?? throw new InvalidOperationException($"There is no #{name}");
    }

    /// <summary>A channel that people made before the app came.</summary>
    public Conversation AddChannel(string name, bool isPrivate, bool withApp, params string[] members)
    {
        lock (State.Gate)
        {
            var channel = new Conversation(State.NewId("C"), name, State.Member(members[0])!) { IsPrivate = isPrivate };
            channel.Members.AddRange(members.Select(member => State.Member(member)!.Id));
            if (withApp) channel.Members.Add(State.Bot.Id);
            State.Conversations.Add(channel);
            return channel;
        }
    }

    /// <summary>Waits until what is asked for is so, looking again and again.</summary>
    public async Task<T> EventuallyAsync<T>(Func<T?> look, string what) where T : class
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            lock (State.Gate)
                if (look() is { } found) return found;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        throw new TimeoutException($"Not within {Patience}: {what}\n{Story()}");
    }

    public Task UntilAsync(Func<bool> so, string what) => EventuallyAsync(() => so() ? this : null, what);

    /// <summary>The app did nothing that it must not do.</summary>
    public void HasNoViolations() => Assert.Empty(State.Violations);

    public async ValueTask DisposeAsync()
    {
        foreach (var sender in _senders) sender.Dispose();
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
    }

    private void Populate()
    {
        foreach (var (name, real, zone) in new[] { ("ana", "Ana Sousa", "Europe/Lisbon"), ("ben", "Ben Okafor", "Africa/Lagos"), ("chidi", "Chidi Rao", "Asia/Kolkata"), ("dana", "Dana Weiss", "Europe/Berlin") })
            State.Members.Add(new(State.NewId("U"), name, real, zone));
        foreach (var channel in new[] { "general", "incidents" }) AddChannel(channel, isPrivate: false, withApp: Options.AppIn.Contains(channel), "ana", "ben", "chidi", "dana");
    }

    private async Task UploadedAsync(HttpContext context, string id)
    {
        using var bytes = new MemoryStream();
        if (context.Request.HasFormContentType) await (await context.Request.ReadFormAsync()).Files[0].CopyToAsync(bytes);
        else await context.Request.Body.CopyToAsync(bytes);
        var file = State.Files.Find(known => known.Id == id);
        if (file is null || bytes.Length != file.Length)
        {
            State.Violations.Enqueue($"An upload of {bytes.Length} bytes where {file?.Length} were announced");
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        file.Content = bytes.ToArray();
        await context.Response.WriteAsync($"OK - {bytes.Length.ToString(CultureInfo.InvariantCulture)}");
    }

    private IResult Responded(string id, JsonObject posted)
    {
        lock (State.Gate) return Responses.Take(id, posted) ? Results.Text("ok") : Results.NotFound();
    }

    /// <summary>What there is, for the message of a failure.</summary>
    private string Story()
    {
        lock (State.Gate)
        {
            var said = State.Conversations.SelectMany(channel => channel.Messages.Select(message => $"#{channel.Name} {(message.Thread is null ? "" : "↳ ")}{message.By.Name}: {message.Words.ReplaceLineEndings(" | ")}").Concat(channel.Ephemerals.Select(message => $"#{channel.Name} only to {message.User}: {message.Words.ReplaceLineEndings(" | ")}")));
            return $"{string.Join('\n', said.TakeLast(40))}\nLast calls:\n{string.Join('\n', Api.Calls.TakeLast(25))}\n{Sockets}; lost: {string.Join(", ", Deliveries.Lost.Select(lost => lost.Name))}\nViolations: {string.Join('\n', State.Violations)}";
        }
    }
}
