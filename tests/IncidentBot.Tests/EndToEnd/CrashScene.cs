using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>A running incident in whose room people talk, and the review of another one, in a program that is killed again and again.</summary>
public sealed class CrashScene(int seed) : IAsyncDisposable
{
    private static readonly string[] Questions = ["Summary", "Impact", "Root causes", "Trigger", "Resolution", "Detection", "What went well?", "What didn't go so well?", "Where did we get lucky?"];
    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(seed);
    private readonly Load _load = new(seed);
    private RunningProgram? _program;
    private string _reviewed = "";
    private string _review = "";
    private string _running = "";
    private string _talk = "";
    private int _standing;
    private int _steered;

    private RunningProgram Program => _program!;

    private ChatClient Chat => Program.Chat;

    public async Task BeginAsync()
    {
        await StartAsync();
        _reviewed = await Chat.DeclareAsync("ana", "the reviewed one");
        await Chat.SaysAsync("ana", _reviewed, "/incident resolve restarted it");
        await Chat.SaysAsync("ana", _reviewed, "/incident postmortem");
        _review = (await Chat.HearsAsync(_reviewed, "Postmortem review ·")).Id;
        _running = await Chat.DeclareAsync("ben", "the running one");
        _talk = (await Chat.SaysAsync("ben", _running, "in this thread, please"))!;
    }

    /// <summary>Steers the review, puts the program under load, kills it, and starts it again.</summary>
    /// <param name="after">Killed when so many are acknowledged.</param>
    /// <param name="later">And when this much more time has gone by.</param>
    public async Task KillAsync(int after, TimeSpan later = default)
    {
        await SteerAsync();
        await _load.RunAsync(Program, Say, acknowledged =>
        {
            if (acknowledged != after) return true;
            for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < later;) Thread.SpinWait(20);
            Program.Kill();
            return true;
        });
        await Program.DisposeAsync();
        await StartAsync();
        await ReviewStandsAsync();
        await RoomHasEverythingOnceAsync();
    }

    /// <summary>Everything acknowledged since the beginning is where it belongs, once.</summary>
    public async Task CheckAsync()
    {
        await TimelineHasEverythingOnceAsync();
        await DraftHasEveryAnswerOnceAsync();
        await NoCardStandsTwiceAsync();
        await Program.SettlesAsync();
        Assert.Equal("ok", (await Program.ReadyAsync()).GetProperty("status").GetString());
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartAsync() => _program = await RunningProgram.StartAsync(_folder.FullPath, "--Incidents:PromptAfter", "7.00:00:00", "--Reminders:Schedule", "0 9 1 1 *");

    private Load.Said Say(Random random, string word)
    {
        var who = ChatClient.Everybody[random.Next(ChatClient.Everybody.Count)];
        return random.Next(10) switch
        {
            0 => new(who, _running, null, $"/incident note {word}"),
            1 => new(who, _reviewed, _review, $"An answer, {word}"),
            2 or 3 => new(who, _running, _talk, $"In the thread, {word}"),
            4 => new(who, _running, null, $"{word} {new string('x', random.Next(20_000))}"),
            _ => new(who, _running, null, $"Something happens, {word}"),
        };
    }

    private async Task SteerAsync()
    {
        var forward = _standing == 0 || (_standing < Questions.Length - 1 && _random.Next(2) == 0);
        await Chat.SaysAsync("ana", _reviewed, forward ? "next" : "back", _review);
        _standing += forward ? 1 : -1;
        _steered++;
    }

    private Task ReviewStandsAsync() => Program.EventuallyAsync(
        async () => await QuestionsAsync() is [.., var last] && last.Text.EndsWith($"of 10 · {Questions[_standing]}", StringComparison.Ordinal) ? last : null,
        $"the review stands at {Questions[_standing]}");

    /// <summary>The cards of questions that stand or are passed, in the order in which they were asked.</summary>
    private async Task<IReadOnlyList<ChatMessage>> QuestionsAsync() =>
        [.. (await Chat.MessagesAsync(_reviewed)).Where(message => message.IsByBot && message.Thread == _review && Questions.Any(question => message.Text.Contains(question, StringComparison.Ordinal)))];

    private async Task RoomHasEverythingOnceAsync()
    {
        var texts = (await Chat.MessagesAsync(_running)).Concat(await Chat.MessagesAsync(_reviewed)).Where(message => !message.IsByBot).Select(message => message.Text);
        _load.IsOnceIn(string.Join('\n', texts), said => !IsNote(said), "in the rooms");
    }

    /// <summary>And each note that is there was acknowledged to its author.</summary>
    private async Task TimelineHasEverythingOnceAsync()
    {
        var timeline = await Chat.TimelineAsync(_running);
        _load.IsOnceIn(timeline, said => said.Channel == _running, "on the timeline");
        foreach (var who in ChatClient.Everybody)
        {
            var noted = timeline.Split('\n').Count(line => line.Contains($"**{who}** *note*", StringComparison.OrdinalIgnoreCase));
            Assert.Equal(noted, (await Chat.MessagesAsync(_running, who)).Count(IsNoted));
        }
    }

    /// <summary>And each was acknowledged with a reaction.</summary>
    private async Task DraftHasEveryAnswerOnceAsync()
    {
        var draft = await Chat.AnswerAsync("ana", _reviewed, "done", said => said.Files.Count > 0, _review);
        _load.IsOnceIn(await Chat.FileAsync(draft.Files[0]), said => said.Channel == _reviewed, "in the draft");
        var answers = (await Chat.MessagesAsync(_reviewed)).Where(message => message.Thread == _review && !message.IsByBot && Load.HasWord(message.Text));
        Assert.Empty(answers.Where(answer => answer.Reactions.Count(reaction => reaction.By.Contains("incidentbot")) != 1).Select(answer => $"{answer.Text} is not acknowledged"));
    }

    private async Task NoCardStandsTwiceAsync()
    {
        Assert.Single(await Chat.MessagesAsync(_running), message => message.IsByBot && message.Files.Count == 0 && !IsNoted(message));
        Assert.Single(await Chat.MessagesAsync(_reviewed), message => message.Words.Contains("Postmortem review ·", StringComparison.Ordinal));
        Assert.Equal(1 + _steered, (await QuestionsAsync()).Count);
    }

    private static bool IsNoted(ChatMessage message) => message.Words.Contains("Noted on the timeline", StringComparison.Ordinal);

    private static bool IsNote(Load.Said said) => said.Text.StartsWith("/incident", StringComparison.Ordinal);
}
