using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using IncidentBot.Teams.Api;
using IncidentBot.Teams.Conversations;
using IncidentBot.Teams.Tokens;
using IncidentBot.Tests.Teams.Histories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Teams.Api;

/// <summary>The way out to Teams as the program wires it, with scripted services in place of the network and a clock that stands.</summary>
internal sealed class TeamsUnderTest : IDisposable
{
    public const string Tenant = "tenant-1";
    public const string App = "app-1";
    public const string Bot = "28:app-1";
    public const string Secret = "test-secret";
    public const string Team = "19:team@thread.tacv2";
    public const string Channel = "19:incidents@thread.tacv2";
    public const string Group = "group-1";
    public const string Chat = "19:chat@thread.v2";
    public const string Direct = "a:direct";
    public const string Service = "https://smba.trafficmanager.net/emea/";
    public const string ChannelPath = "/v3/conversations/19%3Aincidents%40thread.tacv2";

    private ServiceProvider _services;
    private readonly TeamsOptions _options;
    private readonly ManagedIdentity? _identity;

    public TeamsUnderTest(Func<TeamsOptions, TeamsOptions>? change = null, ManagedIdentity? identity = null)
    {
        _identity = identity;
        _options = new() { AppId = App, TenantId = Tenant, ClientSecret = Secret };
        if (change is not null) _options = change(_options);
        _services = Start();
        var tokens = 0;
        Login.On("/oauth2/v2.0/token", _ => ScriptedTeams.Json($$"""{"token_type":"Bearer","expires_in":3599,"access_token":"token-{{Interlocked.Increment(ref tokens)}}"}"""));
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ScriptedTeams Connector { get; } = new();

    public ScriptedTeams Login { get; } = new();

    public ScriptedTeams Graph { get; } = new();

    public KeptRecords Records { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero));

    public ConcurrentQueue<string> Logged { get; } = [];

    public IChat Bots => Get<IChat>();

    public static ChannelRef InChannel => TeamsIds.Channel(Tenant, Channel);

    public static ChannelRef InChat => TeamsIds.Chat(Tenant, Chat);

    public static ChannelRef InDirect => TeamsIds.Personal(Tenant, Direct);

    public static PersonRef Person(string id) => TeamsIds.Person(Tenant, id);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The program starts anew on what it remembers.</summary>
    public void Restart()
    {
        _services.Dispose();
        _services = Start();
    }

    public Task LearnAsync(JsonObject activity) => Get<LearnActivity>()(JsonElement.Parse(activity.ToJsonString()), Ct);

    /// <summary>Ana said something in the channel, in the group chat and to the bot alone.</summary>
    public async Task KnowsAllAsync()
    {
        await LearnAsync(Said("channel", $"{Channel};messageid=100"));
        await LearnAsync(Said("groupChat", Chat));
        await LearnAsync(Said("personal", Direct));
    }

    public static JsonObject Said(string type, string conversation, string service = Service)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } };
        if (type == "channel")
        {
            data["team"] = new JsonObject { ["id"] = Team, ["name"] = "SRE", ["aadGroupId"] = Group };
            data["channel"] = new JsonObject { ["id"] = Channel, ["name"] = "Incidents" };
        }
        return new()
        {
            ["type"] = "message",
            ["id"] = "101",
            ["serviceUrl"] = service,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:ana", ["aadObjectId"] = "aad-ana", ["name"] = "Ana" },
            ["recipient"] = new JsonObject { ["id"] = Bot },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = type, ["tenantId"] = Tenant },
            ["localTimezone"] = "Europe/Lisbon",
            ["channelData"] = data,
        };
    }

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

    public Task<MessageRef> PostAsync(Place to, SayingKey? key = null) => Bots.PostAsync(to, Card.Of("Checkout fails"), key ?? new("out:7"), Ct);

    public void Dispose()
    {
        _services.Dispose();
        Connector.Dispose();
        Login.Dispose();
        Graph.Dispose();
    }

    private ServiceProvider Start()
    {
        var services = new ServiceCollection();
        services.AddSingleton(_options);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IAdapterRecords>(Records);
        services.AddSingleton<IInbox, KeptInbox>();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Lines(Logged)));
        if (_identity is not null) services.AddSingleton(_identity);
        services.AddTeamsApi();
        services.AddHttpClient(TeamsHttp.Connector).ConfigurePrimaryHttpMessageHandler(() => Connector);
        services.AddHttpClient(TeamsHttp.Login).ConfigurePrimaryHttpMessageHandler(() => Login);
        services.AddHttpClient(TeamsHttp.Graph).ConfigurePrimaryHttpMessageHandler(() => Graph);
        return services.BuildServiceProvider();
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
