using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Tests.Slack.EndToEnd;
using IncidentBot.Tests.Slack.Workspace.People;
using IncidentBot.Tests.Slack.Workspace.State;
using Xunit;

namespace IncidentBot.Tests.Slack.Faults;

/// <summary>People who talk in a room without a pause: messages, replies, edits, deletions. Each message holds a word that nothing else has.</summary>
/// <param name="deletes">Not where events are lost: what was deleted a moment after it was said cannot be told, for a minute, from what is not in the history yet.</param>
internal sealed partial class Chatter(SlackScene scene, string room, int seed, bool deletes = true)
{
    private const int MostThreads = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Random _random = new(seed);
    private readonly List<Message> _standing = [];
    private readonly List<string> _deleted = [];
    private int _number;

    /// <summary>How many messages stand.</summary>
    public int Count => _standing.Count;

    /// <summary>Talks for a time.</summary>
    public async Task TalkAsync(TimeSpan time, int aSecond = 50)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var turn = 1; TimeProvider.System.GetElapsedTime(began) < time; turn++)
        {
            Happens();
            var ahead = (turn / (double)aSecond) - TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            if (ahead > 0.01) await Task.Delay(TimeSpan.FromSeconds(ahead), TimeProvider.System);
        }
    }

    /// <summary>Everything that stands comes to be on the timeline once, as it reads now; of what was deleted, nothing. What was missed takes a moment: it is read from the room's history.</summary>
    public async Task IsOnceOnTheTimelineAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        IReadOnlyList<string> wrong;
        do
        {
            wrong = WrongIn(await scene.TimelineAsync(scene.Ana, room));
        }
        while (wrong.Count > 0 && TimeProvider.System.GetElapsedTime(began) < Patience);
        Assert.Empty(wrong.Take(10));
    }

    private IReadOnlyList<string> WrongIn(string timeline)
    {
        var found = Word().Matches(timeline).CountBy(match => match.Value).ToDictionary();
        var standing = _standing.Select(message => Word().Matches(message.Text)[^1].Value).ToHashSet();
        return
        [
            .. found.Where(word => word.Value > 1).Select(word => string.Create(CultureInfo.InvariantCulture, $"{word.Key} is there {word.Value} times")),
            .. _deleted.Where(found.ContainsKey).Select(word => $"{word} was deleted and is still there"),
            .. standing.Where(word => !found.ContainsKey(word)).Select(word => $"{word} is lost"),
        ];
    }

    private void Happens()
    {
        var who = Anybody();
        switch (_random.Next(12))
        {
            case 0 when Mine(who) is { } mine:
                who.Edit(mine, $"corrected: {NewWord()}");
                break;
            case 1 when deletes && Mine(who) is { Replies.Count: 0 } mine:
                _deleted.AddRange(Word().Matches(mine.Text).Select(match => match.Value));
                _standing.Remove(mine);
                who.Delete(mine);
                break;
            case 2 or 3 or 4 when Head() is { } head:
                _standing.Add(who.Reply(head, $"in the thread {NewWord()}"));
                break;
            default:
                _standing.Add(who.Say(room, $"something happens {NewWord()}"));
                break;
        }
    }

    private SlackPerson Anybody() => new[] { scene.Ana, scene.Ben, scene.Chidi, scene.Dana }[_random.Next(4)];

    private Message? Mine(SlackPerson who) => _standing.FindLast(message => message.By == who.Member);

    // A few threads: each is a call of its own when the history is read, and Slack allows fifty a minute.
    private Message? Head() => _standing.Where(message => message.Thread is null).Take(MostThreads).ElementAtOrDefault(_random.Next(MostThreads));

    private string NewWord() => string.Create(CultureInfo.InvariantCulture, $"w{seed}n{++_number}w");

    [GeneratedRegex(@"w\d+n\d+w")]
    private static partial Regex Word();
}
