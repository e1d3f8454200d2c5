using System.Collections.Concurrent;
using System.Net;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>Several connections that say things in a room, one after another each, until the program is gone. Remembers what was acknowledged.</summary>
public sealed class Load(int seed)
{
    public const int Connections = 16;
    private readonly ConcurrentDictionary<string, Said> _acknowledged = new();
    private int _round;
    private int _inRound;

    /// <summary>By the word that each of them has alone.</summary>
    public IReadOnlyDictionary<string, Said> Acknowledged => _acknowledged;

    /// <summary>How many were acknowledged in the last round.</summary>
    public int InRound => _inRound;

    /// <param name="Text">With a word in it that nothing else has.</param>
    public sealed record Said(string Who, string Channel, string? Thread, string Text);

    /// <summary>Says what is given for each number, until the program is gone or the test stops it.</summary>
    /// <param name="onAcknowledged">Called at once with how many were acknowledged in this round.</param>
    public async Task RunAsync(RunningProgram program, Func<Random, string, Said> what, Action<int> onAcknowledged, CancellationToken stop = default)
    {
        (_round, _inRound) = (_round + 1, 0);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(connection => Task.Run(() => ConnectAsync(program, connection, what, onAcknowledged, stop), CancellationToken.None)));
    }

    private async Task ConnectAsync(RunningProgram program, int connection, Func<Random, string, Said> what, Action<int> onAcknowledged, CancellationToken stop)
    {
        var random = new Random(HashCode.Combine(seed, _round, connection));
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            var word = $"w{seed}r{_round}c{connection}n{number}w";
            var said = what(random, word);
            try
            {
                using var answer = await program.Chat.PostAsync(said.Who, said.Channel, said.Text, said.Thread, stop);
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) continue;
                if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.StatusCode} to “{said.Text}”: {await answer.Content.ReadAsStringAsync(stop)}");
            }
            catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
            {
                return;
            }
            _acknowledged[word] = said;
            onAcknowledged(Interlocked.Increment(ref _inRound));
        }
    }
}
