using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.Teams.Workspace;
using IncidentBot.Tests.Teams.Workspace.People;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.EndToEnd;

/// <summary>The real program, in a process of its own, in a Teams tenant.</summary>
public sealed class TeamsScene : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _settings;
    private RunningProgram? _program;

    private TeamsScene(TeamsWorkspace teams, string[] settings) => (Teams, _settings) = (teams, settings);

    public TeamsWorkspace Teams { get; }

    public RunningProgram Program => _program!;

    public TeamsPerson Ana => Teams.Person("ana");

    public TeamsPerson Ben => Teams.Person("ben");

    public TeamsPerson Chidi => Teams.Person("chidi");

    public TeamsPerson Dana => Teams.Person("dana");

    public static async Task<TeamsScene> BeginAsync(WorkspaceOptions? options = null, params string[] settings)
    {
        var scene = new TeamsScene(await TeamsWorkspace.StartAsync(options, inProcess: false), settings);
        await scene.StartAsync();
        scene.Teams.Install("incidents", scene.Ana);
        scene.Teams.Install("war room", scene.Ana);
        return scene;
    }

    /// <summary>Starts the program, where it ended before: on the same data and at the same address.</summary>
    public async Task StartAsync()
    {
        var certificate = Path.Combine(_folder.FullPath, "teams.pem");
        Teams.WriteCertificate(certificate);
        _program = await RunningProgram.StartTrustingAsync(certificate, _folder.FullPath, [.. Teams.Settings, "--Teams:PublicUrl", "https://incidents.contoso.example/", .. _settings]);
        Teams.Tell(_program.Url);
    }

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => Program.KillAsync();

    /// <summary>Declares an incident in #incidents. Returns the living card, which heads the room.</summary>
    public async Task<Message> DeclareAsync(TeamsPerson by, string words, string channel = "incidents")
    {
        var known = Teams.Messages(channel).Count;
        by.Says(channel, $"@IncidentBot start {words}");
        return await Teams.EventuallyAsync(() => Teams.Messages(channel).Skip(known).FirstOrDefault(message => message is { IsByBot: true, Card: not null } && message.HasButton("Take command")), "the living card");
    }

    /// <summary>Waits for something that the bot says in a channel or chat, in any thread.</summary>
    public Task<Message> HearsAsync(string channel, string words, Func<Message, bool>? which = null) => Teams.EventuallyAsync(
        () => Teams.Messages(channel).LastOrDefault(message => message.IsByBot && message.Words.Contains(words, StringComparison.Ordinal) && (which?.Invoke(message) ?? true)), $"“{words}” is said in {channel}");

    /// <summary>Waits for something that the bot says in the thread of a message.</summary>
    public Task<Message> HearsUnderAsync(Message head, string words) => HearsAsync(head.Where.Name, words, message => message.Root == head.Root);

    /// <summary>Waits for something that only one person gets, in the place as a targeted message or in the chat with the bot.</summary>
    public Task<Message> ToldAsync(TeamsPerson to, string channel, string words) => Teams.EventuallyAsync(
        () => to.SeesAlone(channel).Concat(to.Direct.Where(message => message.IsByBot)).LastOrDefault(message => message.Words.Contains(words, StringComparison.Ordinal)), $"“{words}” is told to {to.Member.Name}");

    /// <summary>Waits for something that is said to everybody there, or to one person only.</summary>
    public Task<Message> ToldOrHeardAsync(TeamsPerson to, string channel, string words) => Teams.EventuallyAsync(
        () => Teams.Messages(channel).Concat(to.SeesAlone(channel)).Concat(to.Direct).LastOrDefault(message => message.IsByBot && message.Words.Contains(words, StringComparison.Ordinal)), $"“{words}” is said in {channel} or to {to.Member.Name}");

    /// <summary>Waits until a message that stands shows something.</summary>
    public Task ShowsAsync(Message message, string words) => Teams.UntilAsync(() => message.Words.Contains(words, StringComparison.Ordinal), $"“{words}” is shown in place");

    /// <summary>The whole timeline of the incident in a room, as the bot offers it.</summary>
    public async Task<string> TimelineAsync(TeamsPerson asks, Message room)
    {
        await SettlesAsync();
        var known = Teams.Messages(room.Where.Name).Count;
        asks.Replies(room, "@IncidentBot timeline all");
        return await DownloadAsync(await Teams.EventuallyAsync(() => Teams.Messages(room.Where.Name).Skip(known).FirstOrDefault(message => message.IsByBot && Download(message) is not null), "the timeline"));
    }

    /// <summary>The file whose link stands in a message.</summary>
    public async Task<string> DownloadAsync(Message message)
    {
        var link = Download(message) ?? throw new InvalidOperationException($"No link to a file in {message.Words}");
        return await Program.Http.GetStringAsync(new Uri(Program.Url, new Uri(link).AbsolutePath));
    }

    /// <summary>The address of the file that a message offers; null: it offers none.</summary>
    public static string? Download(Message message) => FileLink.In(message);

    /// <summary>Everything is told, heard and said.</summary>
    public async Task SettlesAsync()
    {
        await Teams.UntilAsync(() => Teams.Deliveries.IsQuiet, "everything is told");
        await Program.SettlesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        await Teams.DisposeAsync();
        _folder.Dispose();
    }
}
