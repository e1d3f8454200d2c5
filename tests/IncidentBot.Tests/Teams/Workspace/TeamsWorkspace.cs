using System.Net;
using System.Security.Cryptography.X509Certificates;
using IncidentBot.Tests.Teams.Workspace.Api;
using IncidentBot.Tests.Teams.Workspace.Delivery;
using IncidentBot.Tests.Teams.Workspace.Graph;
using IncidentBot.Tests.Teams.Workspace.Login;
using IncidentBot.Tests.Teams.Workspace.People;
using IncidentBot.Tests.Teams.Workspace.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IncidentBot.Tests.Teams.Workspace;

/// <summary>A Teams tenant to test against: Connector, login, key metadata, Microsoft Graph and people, on loopback ports, http and https. It refuses what Teams refuses.</summary>
/// <remarks>A program in the test's process calls Microsoft's own addresses and is led here by <see cref="Handler"/>; one in a process of its own is given <see cref="Settings"/>.</remarks>
public sealed class TeamsWorkspace : IAsyncDisposable
{
    public const string RealServiceUrl = "https://smba.trafficmanager.net/emea/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private readonly WebApplication _server;
    private readonly X509Certificate2 _certificate;
    private readonly List<BotEndpoint> _endpoints = [];
    private readonly FaultyServer _calls = new();
    private Activities? _activities;

    private TeamsWorkspace(WebApplication server, X509Certificate2 certificate, WorkspaceOptions options)
    {
        (_server, _certificate, Options) = (server, certificate, options);
        State = new(options);
        Login = new(State, options);
        Deliveries = new(options);
        Connector = new(State, options, Login, _calls, new(State, options), new(State));
        Graph = new(State, Login, _calls);
    }

    public WorkspaceOptions Options { get; }

    public TeamsState State { get; }

    public OpenId OpenId { get; } = new();

    public LoginServer Login { get; }

    public ConnectorApi Connector { get; }

    public GraphApi Graph { get; }

    public Deliveries Deliveries { get; }

    public ApiFaults Faults => _calls.Faults;

    /// <summary>Every call of the bot, oldest first.</summary>
    public IReadOnlyList<Recorded> Calls => _calls.Calls;

    /// <param name="operation">As in <see cref="ApiFaults"/>.</param>
    public IReadOnlyList<Recorded> CallsOf(string operation) => _calls.CallsOf(operation);

    public Uri Url { get; private set; } = null!;

    public Uri SecureUrl { get; private set; } = null!;

    /// <summary>What activities say; ends in a slash.</summary>
    public Uri ServiceUrl { get; private set; } = null!;

    internal Activities Activities => _activities!;

    internal Happenings Happenings { get; private set; } = null!;

    internal Presses Presses { get; private set; } = null!;

    /// <summary>Starts it: team SRE with #general and #incidents, the group chat "war room", four people. The bot is in both.</summary>
    /// <param name="inProcess">Whether the bot runs in this process, with <see cref="Handler"/>.</param>
    public static async Task<TeamsWorkspace> StartAsync(WorkspaceOptions? options = null, bool inProcess = true)
    {
        var certificate = Certificate.ForLoopback();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, secure => secure.UseHttps(certificate).Protocols = HttpProtocols.Http1);
        });
        var workspace = new TeamsWorkspace(builder.Build(), certificate, options ?? new());
        await workspace.ListenAsync(inProcess);
        return workspace;
    }

    /// <summary>For the program's <c>HttpClient</c>s.</summary>
    public HttpMessageHandler Handler() => new ToWorkspace(Url);

    /// <summary>The settings of a program in a process of its own. It is to trust <see cref="WriteCertificate"/>.</summary>
    public IReadOnlyList<string> Settings => Options.Anonymous
        ? ["--Teams:AllowAnonymous", "true", "--environment", "Development"]
        :
        [
            "--Teams:AppId", Options.AppId, "--Teams:TenantId", WorkspaceOptions.Tenant, "--Teams:ClientSecret", Options.ClientSecret, "--Teams:ServiceHosts", SecureUrl.Authority,
            "--Teams:LoginUrl", $"{Url}login/", "--Teams:GraphUrl", $"{Url}graph/", "--Teams:MetadataUrl", $"{Url}openid/v1/.well-known/openidconfiguration",
        ];

    /// <summary>Writes the certificate of <see cref="SecureUrl"/>, for <c>SSL_CERT_FILE</c>.</summary>
    public void WriteCertificate(string path) => File.WriteAllText(path, _certificate.ExportCertificatePem());

    /// <summary>The bot is told things there from now on.</summary>
    public BotEndpoint Tell(Uri bot)
    {
        var endpoint = new BotEndpoint(State, Options, OpenId, bot);
        _endpoints.Add(endpoint);
        Deliveries.Bot = endpoint;
        return endpoint;
    }

    public TeamsPerson Person(string name) => new(this, State.Member(name) ?? throw new InvalidOperationException($"There is no {name}"));

    public Conversation Conversation(string name)
    {
        lock (State.Gate) return State.Conversation(name) ?? throw new InvalidOperationException($"There is no {name}; there are {string.Join(", ", State.Conversations)}");
    }

    /// <summary>What stands in a channel or chat, oldest first.</summary>
    public IReadOnlyList<Message> Messages(string channel)
    {
        lock (State.Gate) return Conversation(channel).Messages;
    }

    /// <summary>One more team, with General and these channels.</summary>
    public Team AddTeam(string name, bool withBot, params string[] channels)
    {
        lock (State.Gate)
        {
            var id = State.Teams.Count == 0 ? TeamsState.GeneralId : $"19:{State.NewId("team")}@thread.tacv2";
            var team = new Team(id, name, $"bbbbbbbb-0000-4000-8000-{State.Teams.Count + 31:D12}") { HasBot = withBot, HasConsent = withBot && Options.Consent };
            team.Channels.Add(new(id, State.Teams.Count == 0 ? "general" : $"general of {name}", ConversationKind.Channel, team));
            foreach (var channel in channels) team.Channels.Add(new($"19:{State.NewId("chan")}@thread.tacv2", channel, ConversationKind.Channel, team));
            team.Members.AddRange(State.People);
            State.Teams.Add(team);
            return team;
        }
    }

    public Conversation AddGroupChat(string name, bool withBot, params string[] members)
    {
        lock (State.Gate)
        {
            var chat = new Conversation($"19:{State.NewId("chat")}@thread.v2", name, ConversationKind.GroupChat) { HasBot = withBot, TellsAll = withBot && Options.Consent };
            chat.Members.AddRange(members.Select(member => State.Member(member)!));
            State.Chats.Add(chat);
            return chat;
        }
    }

    /// <summary>The bot is added by a person; it is told so.</summary>
    public void Install(string where, TeamsPerson by, bool? consent = null)
    {
        lock (State.Gate) Happenings.Install(Conversation(where), by.Member, consent ?? Options.Consent);
    }

    public void Uninstall(string where, TeamsPerson by)
    {
        lock (State.Gate) Happenings.Uninstall(Conversation(where), by.Member);
    }

    public void Rename(string channel, string name, TeamsPerson by)
    {
        lock (State.Gate)
        {
            var where = Conversation(channel);
            where.Name = name;
            Happenings.Changed(where, by.Member, "channelRenamed");
        }
    }

    public void Archive(Team team, TeamsPerson by)
    {
        lock (State.Gate)
        {
            team.IsArchived = true;
            Happenings.Changed(team.Channels[0], by.Member, "teamArchived");
        }
    }

    /// <summary>The chat of a person with the bot. The first time, the bot is installed there.</summary>
    public Conversation Direct(TeamsPerson person)
    {
        lock (State.Gate)
        {
            var isNew = !State.Chats.Exists(chat => chat.Kind is ConversationKind.Personal && chat.Members.Contains(person.Member));
            var chat = State.Personal(person.Member);
            if (isNew) Happenings.Install(chat, person.Member, consent: true);
            return chat;
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

    /// <summary>The bot did nothing that it must not do.</summary>
    public void HasNoViolations() => Assert.Empty(State.Violations);

    /// <summary>What there is, for the message of a failure.</summary>
    public string Story()
    {
        lock (State.Gate)
        {
            var said = State.Conversations.SelectMany(where => where.All.Select(message => $"{where.Name}{(message is { Root: not null, IsRoot: false } ? $" ↳{message.Root}" : "")} {message.Id} {message.By.Name}{(message.TargetedTo is { } only ? $" only to {only.Name}" : "")}: {(message.IsDeleted ? "(deleted) " : "")}{message.Words.ReplaceLineEndings(" | ")}"));
            return $"{string.Join('\n', said.TakeLast(40))}\nLast calls:\n{string.Join('\n', Calls.TakeLast(25))}\nLost: {Deliveries.Lost.Count}\nViolations: {string.Join('\n', State.Violations)}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var endpoint in _endpoints) endpoint.Dispose();
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
        OpenId.Dispose();
        _certificate.Dispose();
    }

    private async Task ListenAsync(bool inProcess)
    {
        Connector.Map(_server, "/connector/{region}/");
        Graph.Map(_server, "/graph/");
        _server.MapPost("/login/{tenant}/oauth2/v2.0/token", (HttpContext context, string tenant) => _calls.HandleAsync(context, "token", body =>
        {
            lock (State.Gate) return Login.Answer(tenant, body);
        }));
        _server.MapGet("/openid/v1/.well-known/openidconfiguration", context => _calls.HandleAsync(context, "metadata", _ => new(200, OpenId.Metadata(new(new Uri(ToWorkspace.AddressOf(context.Request)), "keys")))));
        _server.MapGet("/openid/v1/.well-known/keys", context => _calls.HandleAsync(context, "keys", _ => new(200, OpenId.Keys())));
        await _server.StartAsync();
        Url = new(_server.Urls.Single(url => url.StartsWith("http:", StringComparison.Ordinal)) + "/");
        SecureUrl = new($"https://localhost:{new Uri(_server.Urls.Single(url => url.StartsWith("https:", StringComparison.Ordinal))).Port}/");
        ServiceUrl = inProcess ? new(RealServiceUrl) : new((Options.Anonymous ? Url : SecureUrl) + "connector/emea/");
        _activities = new(State, ServiceUrl);
        Happenings = new(State, _activities, Deliveries);
        Presses = new(State, _activities, Happenings, Deliveries);
        Populate();
    }

    private void Populate()
    {
        foreach (var (name, real, zone) in new[] { ("ana", "Ana Sousa", "Europe/Lisbon"), ("ben", "Ben Okafor", "Africa/Lagos"), ("chidi", "Chidi Rao", "Asia/Kolkata"), ("dana", "Dana Weiss", "Europe/Berlin") })
            State.People.Add(new($"29:1{name}-mri", name, real, $"aaaaaaaa-0000-4000-8000-{State.People.Count + 20:D12}", zone));
        AddTeam("SRE", withBot: true, "incidents");
        AddGroupChat("war room", withBot: true, "ana", "ben", "chidi", "dana");
    }
}
