using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Slack.Workspace;
using IncidentBot.Tests.Slack.Workspace.People;
using IncidentBot.Tests.Slack.Workspace.State;
using IncidentBot.Tests.Support;

namespace IncidentBot.Tests.Slack.EndToEnd;

/// <summary>The real program in a workspace.</summary>
public sealed class SlackScene : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WayIn _way;
    private readonly string[] _settings;
    private RunningProgram? _program;

    private SlackScene(SlackWorkspace workspace, WayIn way, string[] settings) => (Workspace, _way, _settings) = (workspace, way, settings);

    public enum WayIn
    {
        SocketMode,
        Http,
    }

    public SlackWorkspace Workspace { get; }

    public RunningProgram Program => _program!;

    public SlackPerson Ana => Workspace.Person("ana");

    public SlackPerson Ben => Workspace.Person("ben");

    public SlackPerson Chidi => Workspace.Person("chidi");

    public SlackPerson Dana => Workspace.Person("dana");

    public static async Task<SlackScene> BeginAsync(WayIn way, WorkspaceOptions? options = null, params string[] settings)
    {
        var scene = new SlackScene(await SlackWorkspace.StartAsync(options), way, settings);
        await scene.StartAsync();
        return scene;
    }

    /// <summary>Starts the program, where it ended before: on the same data.</summary>
    public async Task StartAsync()
    {
        var (key, secret) = _way is WayIn.SocketMode ? ("--Slack:AppToken", Workspace.Options.AppToken) : ("--Slack:SigningSecret", Workspace.Options.SigningSecret);
        _program = await RunningProgram.StartAsync(_folder.FullPath, ["--Slack:BotToken", Workspace.Options.BotToken, key, secret, "--Slack:ApiBaseUrl", Workspace.ApiUrl.ToString(), .. _settings]);
        if (_way is WayIn.Http) Workspace.TellByHttp(_program.Url);
        else await Workspace.UntilAsync(() => Workspace.Sockets.Links.Count > 0, "a socket is open");
    }

    /// <summary>Days go by for an action item: the program ends and starts again on older data.</summary>
    public async Task AgesAsync(string item, TimeSpan by)
    {
        await SettlesAsync();
        await Program.TerminateAsync();
        await OlderItem.MakeAsync(_folder.FullPath, item, by);
        await Program.DisposeAsync();
        await StartAsync();
    }

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => Program.KillAsync();

    /// <summary>Declares an incident in #general; everybody joins its room. Returns the room's name.</summary>
    public async Task<string> DeclareAsync(SlackPerson by, string words)
    {
        var known = Rooms();
        var answer = await by.CommandAsync("general", $"start {words}");
        if (!answer.Acked) throw new InvalidOperationException($"The command was not taken: {answer.Reason}");
        var room = await Workspace.EventuallyAsync(() => Rooms().Except(known).FirstOrDefault(), "a room opens");
        await LivingCardAsync(room);
        if (!Workspace.Channel(room).IsPrivate) foreach (var person in new[] { Ana, Ben, Chidi, Dana }) person.Join(room);
        return room;
    }

    /// <summary>The card at the head of a room, once it stands and is pinned.</summary>
    public Task<Message> LivingCardAsync(string room) => Workspace.EventuallyAsync(() => Workspace.Messages(room).FirstOrDefault(message => message is { IsByBot: true, IsPinned: true }), "the living card");

    /// <summary>Waits for something that the bot says in a channel or in one of its threads.</summary>
    public Task<Message> HearsAsync(string channel, string words, Func<Message, bool>? which = null) => Workspace.EventuallyAsync(
        () => Workspace.Messages(channel).LastOrDefault(message => message.IsByBot && message.Words.Contains(words, StringComparison.Ordinal) && (which?.Invoke(message) ?? true)), $"“{words}” is said in #{channel}");

    /// <summary>Waits for something that the bot says to one person only, in a channel.</summary>
    public Task<Ephemeral> WhisperedAsync(SlackPerson to, string channel, string words) => Workspace.EventuallyAsync(
        () => to.SeesAlone(channel).LastOrDefault(message => message.Words.Contains(words, StringComparison.Ordinal)), $"“{words}” is whispered in #{channel}");

    /// <summary>The whole timeline of the incident in a room, as the bot posts it.</summary>
    public async Task<string> TimelineAsync(SlackPerson asks, string room)
    {
        await SettlesAsync();
        var known = Workspace.Messages(room).Count;
        if (!(await asks.CommandAsync(room, "timeline all")).Acked) throw new InvalidOperationException("The command was not taken");
        return (await HearsAsync(room, "", message => message.Files.Count > 0 && Workspace.Messages(room).ToList().IndexOf(message) >= known)).Files[0].Text;
    }

    /// <summary>Waits for a modal before a person.</summary>
    public Task<OpenView> ViewAsync(SlackPerson person) => Workspace.EventuallyAsync(() => person.View, "a form opens");

    /// <summary>Everything is told, heard and said.</summary>
    public async Task SettlesAsync()
    {
        await Workspace.UntilAsync(() => Workspace.Deliveries.IsQuiet, "everything is told");
        await Program.SettlesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        await Workspace.DisposeAsync();
        _folder.Dispose();
    }

    private IReadOnlyList<string> Rooms()
    {
        lock (Workspace.State.Gate) return [.. Workspace.State.Conversations.Where(channel => channel.Name.StartsWith("inc-", StringComparison.Ordinal)).Select(channel => channel.Name)];
    }
}
