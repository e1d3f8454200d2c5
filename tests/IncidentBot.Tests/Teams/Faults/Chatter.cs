using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Tests.Teams.EndToEnd;
using IncidentBot.Tests.Teams.Workspace.People;
using IncidentBot.Tests.Teams.Workspace.State;
using Xunit;

namespace IncidentBot.Tests.Teams.Faults;

/// <summary>People who talk in a room without a pause: messages, edits, deletions. Each message holds a word that nothing else has.</summary>
internal sealed partial class Chatter(TeamsScene scene, Message room, int seed, bool deletes = true)
{
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

    /// <summary>Everything that stands comes to be on the timeline once, as it reads now; of what was deleted, nothing.</summary>
    public async Task IsOnceOnTheTimelineAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var timeline = await scene.TimelineAsync(scene.Ana, room);
            if (WrongIn(timeline) is not [_, ..] wrong) return;
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"{string.Join('\n', wrong.Take(10))}\n{timeline}");
        }
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
                who.Edits(mine, $"corrected: {NewWord()}");
                break;
            case 1 when deletes && Mine(who) is { } mine:
                _deleted.AddRange(Word().Matches(mine.Text).Select(match => match.Value));
                _standing.Remove(mine);
                who.Deletes(mine);
                break;
            default:
                _standing.Add(who.Replies(room, $"something happens {NewWord()}"));
                break;
        }
    }

    private TeamsPerson Anybody() => new[] { scene.Ana, scene.Ben, scene.Chidi, scene.Dana }[_random.Next(4)];

    private Message? Mine(TeamsPerson who) => _standing.FindLast(message => message.By == who.Member);

    private string NewWord() => string.Create(CultureInfo.InvariantCulture, $"w{seed}n{++_number}w");

    [GeneratedRegex(@"w\d+n\d+w")]
    private static partial Regex Word();
}
