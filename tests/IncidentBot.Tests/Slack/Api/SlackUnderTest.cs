using System.Collections.Concurrent;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Slack;
using IncidentBot.Slack.Api;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Slack.Api;

/// <summary>The way out to Slack as the program wires it, with a scripted Slack in place of the network and a clock that stands.</summary>
internal sealed class SlackUnderTest : IDisposable
{
    public const string BotToken = "xoxb-test";
    public const string AppToken = "xapp-test";
    public const string Workspace = "slack:T1";
    public const string BotUser = "UBOT";

    private readonly ServiceProvider _services;

    public SlackUnderTest(params string[] inviteGroups)
    {
        var services = new ServiceCollection();
        services.AddSingleton(new SlackOptions { BotToken = BotToken, AppToken = AppToken, InviteGroups = inviteGroups });
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Lines(Logged)));
        services.AddSlackApi();
        services.AddHttpClient(SlackHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => Slack);
        _services = services.BuildServiceProvider();
        Slack.On("auth.test", """{"ok":true,"url":"https://example.slack.com/","team_id":"T1","user_id":"UBOT","bot_id":"BBOT"}""");
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ScriptedSlack Slack { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero));

    public ConcurrentQueue<string> Logged { get; } = [];

    public IChat Chat => Get<IChat>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task<JsonElement> CallAsync(string method, SlackArguments? arguments = null) => Get<SlackApi>().CallAsync(method, arguments ?? new(), Ct);

    /// <summary>What a call is refused with.</summary>
    public Task<SlackApiException> RefusedAsync(string method) => Assert.ThrowsAsync<SlackApiException>(() => CallAsync(method));

    /// <summary>Lets time pass until the work is done.</summary>
    public async Task<T> PassingTimeAsync<T>(Task<T> work, TimeSpan step)
    {
        for (var looks = 0; !work.IsCompleted && looks < 200; looks++)
        {
            Clock.Advance(step);
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Ct));
        }
        Assert.True(work.IsCompleted, "It was not done in time.");
        return await work;
    }

    public static Place Room(string channel = "C1", string? thread = null) => new(new(Workspace, channel), thread);

    public static MessageRef Message(string ts, string channel = "C1") => new(new(Workspace, channel), ts);

    public static PersonRef Person(string id) => new(Workspace, id);

    public void Dispose()
    {
        _services.Dispose();
        Slack.Dispose();
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
