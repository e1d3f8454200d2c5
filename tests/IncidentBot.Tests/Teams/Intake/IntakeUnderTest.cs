using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using IncidentBot.Teams.Events;
using IncidentBot.Teams.Intake;
using IncidentBot.Tests.Slack.Intake;
using IncidentBot.Tests.Storage;
using IncidentBot.Tests.Teams.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Teams.Intake;

/// <summary>The way in from Teams as the program wires it, before an inbox that only records. Behind it a real store for forms, and no network at all.</summary>
internal sealed class IntakeUnderTest : IAsyncDisposable
{
    private readonly LiteDbUnderTest _files;
    private readonly OpenStorage _storage;
    private readonly ServiceProvider _services;

    private IntakeUnderTest(OpenStorage storage, LiteDbUnderTest files)
    {
        (_storage, _files) = (storage, files);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Lines(Logged)));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IInbox>(Inbox);
        services.AddSingleton(storage.AdapterRecords);
        services.AddSingleton(storage.Store);
        services.AddSingleton(storage.Store.Cards);
        services.AddSingleton(new BotSettings());
        services.AddSingleton<Chats>();
        services.AddSingleton<Loader>();
        services.AddSingleton<Interactions>();
        services.AddTeams(new() { AppId = "bot", TenantId = Heard.Tenant, ClientSecret = "test-secret" });
        services.PostConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.PrimaryHandler = new Network(Asked)));
        _services = services.BuildServiceProvider();
    }

    public RecordingInbox Inbox { get; } = new();

    public FakeTimeProvider Clock { get; } = new(Heard.Now);

    public ConcurrentQueue<string> Logged { get; } = [];

    /// <summary>What was asked of Teams.</summary>
    public ConcurrentQueue<Uri?> Asked { get; } = [];

    public HistoryRequests History => Get<HistoryRequests>();

    public IReadOnlyDictionary<string, long> Ignored => Get<IgnoredActivities>().Counts;

    public static async Task<IntakeUnderTest> OpenAsync()
    {
        var files = new LiteDbUnderTest();
        return new(await files.OpenAsync(TimeProvider.System), files);
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>There is an open incident of this number, with a room in the thread of <see cref="Heard.InChannel"/> or elsewhere.</summary>
    public Task DeclaredAsync(int number, Place? room = null) => _storage.Store.CommitAsync(Sample.Commit(Sample.Incident(number, room: room, workspace: TeamsIds.Workspace(Heard.Tenant))), TestContext.Current.CancellationToken);

    public Task HasAsync(IAggregate aggregate) => _storage.Store.CommitAsync(new(new() { Save = [aggregate] }, [], Clock.GetUtcNow()), TestContext.Current.CancellationToken);

    public Task<InvokeAnswer> TakeAsync(JsonNode activity) => Get<TakeActivity>()(Heard.Element(activity), TestContext.Current.CancellationToken);

    /// <summary>What the stored deliveries tell.</summary>
    public async Task<IReadOnlyList<ChatEvent>> ToldAsync()
    {
        var told = new List<ChatEvent>();
        foreach (var delivery in Inbox.Stored) told.AddRange(await Get<TeamsTranslator>().TranslateAsync(delivery, TestContext.Current.CancellationToken));
        return told;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _storage.Whole.DisposeAsync();
        _files.Dispose();
    }

    private sealed class Network(ConcurrentQueue<Uri?> asked) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            asked.Enqueue(request.RequestUri);
            throw new HttpRequestException("there is no network");
        }
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
