using System.Net;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using IncidentBot.Teams.Api;
using IncidentBot.Teams.Conversations;
using IncidentBot.Teams.Events;
using IncidentBot.Teams.Histories;
using IncidentBot.Teams.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Teams.Histories;

/// <summary>The reading of histories as the program wires it, with a scripted Graph in place of the network and a clock that stands.</summary>
internal sealed class GraphUnderTest : IDisposable
{
    public const string Tenant = "tenant-1";
    public const string App = "app-1";
    public const string Group = "group-1";
    public const string Channel = "19:channel@thread.tacv2";
    public const string Chat = "19:chat@thread.v2";

    private const string Service = "https://smba.trafficmanager.net/teams/";

    private readonly ServiceProvider _services;

    public GraphUnderTest(string? group = Group)
    {
        var services = new ServiceCollection();
        services.AddSingleton(new TeamsOptions { AppId = App, TenantId = Tenant, ClientSecret = "test-secret" });
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IAdapterRecords, KeptRecords>();
        services.AddSingleton<IInbox>(Inbox);
        services.AddLogging();
        services.AddTeamsApi();
        services.AddSingleton<TeamsTranslator>();
        services.AddSingleton<KnownChannels>((_, _, _) => ValueTask.FromResult<IReadOnlyList<ChannelRef>>([]));
        services.AddSingleton<PeopleLookup>(provider => provider.GetRequiredService<TeamsPeople>().FindAsync);
        services.AddHttpClient(TeamsHttp.Graph).ConfigurePrimaryHttpMessageHandler(() => Graph);
        services.AddHttpClient(TeamsHttp.Connector).ConfigurePrimaryHttpMessageHandler(() => Connector);
        services.AddHttpClient(TeamsHttp.Login).ConfigurePrimaryHttpMessageHandler(() => Entra);
        _services = services.BuildServiceProvider();
        Entra.On($"{Tenant}/oauth2/v2.0/token", _ => ScriptedGraph.Json($$"""{"token_type":"Bearer","expires_in":3599,"access_token":"token-{{Entra.Calls.Count}}"}"""));
        var references = Get<ConversationReferences>();
        references.SaveAsync(new TeamReference(Tenant, "19:team@thread.tacv2", Service, "28:app-1") { Group = group }, Ct).AsTask().Wait(Ct);
        references.SaveAsync(new ConversationReference(Tenant, Channel, ConversationKind.Channel, Service, "28:app-1") { Team = "19:team@thread.tacv2" }, Ct).AsTask().Wait(Ct);
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static string Messages => $"teams/{Group}/channels/{Channel}/messages";

    public static string ChatMessages => $"chats/{Chat}/messages";

    public static Place Room(string? thread) => new(TeamsIds.Channel(Tenant, Channel), thread);

    public static Place ChatRoom => new(TeamsIds.Chat(Tenant, Chat));

    public ScriptedGraph Graph { get; } = new();

    public ScriptedGraph Connector { get; } = new();

    public ScriptedGraph Entra { get; } = new();

    public KeptInbox Inbox { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero));

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<List<StandingMessage>> ReadAsync(Place room, DateTimeOffset since)
    {
        var told = new List<StandingMessage>();
        await foreach (var message in Get<TeamsHistory>().ReadAsync(room, since, Ct)) told.Add(message);
        return told;
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

    /// <summary>A thread that has a first message and these replies, newest first, in pages of two.</summary>
    public void HasThread(string first, params string[] replies)
    {
        Graph.On($"{Messages}/1", first);
        Graph.On($"{Messages}/1/replies", call =>
        {
            var skip = int.Parse(call["$skiptoken"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            var next = skip + 2 < replies.Length ? $"{TeamsOptions.DefaultGraphUrl}v1.0/{Messages}/1/replies?$top=50&$skiptoken={skip + 2}" : null;
            return ScriptedGraph.Json(GraphMessages.Page(replies.Skip(skip).Take(2), next));
        });
    }

    public void Refuses(string path, HttpStatusCode status, string code) => Graph.On(path, _ => ScriptedGraph.Refusal(status, code));

    public void Dispose()
    {
        _services.Dispose();
        Graph.Dispose();
        Connector.Dispose();
        Entra.Dispose();
    }
}
