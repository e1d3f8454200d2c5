using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>Several connections that say things in a room, one after another each, until the program is gone. Remembers what was acknowledged.</summary>
public sealed partial class Load(int seed)
{
    public const int Connections = 16;
    private readonly ConcurrentDictionary<string, Said> _acknowledged = new();
    private int _round;
    private int _inRound;
    private int _single;
    private volatile bool _enough;

    /// <param name="Text">With a word in it that nothing else has.</param>
    public sealed record Said(string Who, string Channel, string? Thread, string Text);

    /// <param name="what">What is said, with the given word in it.</param>
    /// <param name="goesOn">Called at once with how many were acknowledged in this round; false ends it.</param>
    public async Task RunAsync(RunningProgram program, Func<Random, string, Said> what, Func<int, bool> goesOn)
    {
        (_round, _inRound, _enough) = (_round + 1, 0, false);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(connection => Task.Run(() => ConnectAsync(program, connection, what, goesOn))));
    }

    /// <summary>Says one thing more. Returns how it was answered: OK, or unavailable.</summary>
    public Task<HttpStatusCode> SayAsync(RunningProgram program, string who, string channel)
    {
        var word = $"w{seed}r{_round}c{Connections}n{++_single}w";
        return SayAsync(program, word, new Said(who, channel, null, word));
    }

    public static bool HasWord(string text) => Word().IsMatch(text);

    /// <summary>What was acknowledged is there once; what was not may be there, once.</summary>
    public void IsOnceIn(string text, Func<Said, bool> which, string where)
    {
        var found = Word().Matches(text).CountBy(match => match.Value).ToDictionary();
        Assert.Empty(_acknowledged.Where(said => which(said.Value) && !found.ContainsKey(said.Key)).Select(said => $"{said.Key} is not {where}"));
        Assert.Empty(found.Where(word => word.Value > 1).Select(word => $"{word.Key} is {word.Value.ToString(CultureInfo.InvariantCulture)} times {where}"));
    }

    private async Task ConnectAsync(RunningProgram program, int connection, Func<Random, string, Said> what, Func<int, bool> goesOn)
    {
        var random = new Random(HashCode.Combine(seed, _round, connection));
        for (var number = 1; !_enough; number++)
        {
            var word = $"w{seed}r{_round}c{connection}n{number}w";
            try
            {
                if (await SayAsync(program, word, what(random, word)) is HttpStatusCode.OK && !goesOn(Interlocked.Increment(ref _inRound))) _enough = true;
            }
            catch (HttpRequestException)
            {
                return; // the program is gone
            }
        }
    }

    private async Task<HttpStatusCode> SayAsync(RunningProgram program, string word, Said said)
    {
        using var answer = await program.Chat.PostAsync(said.Who, said.Channel, said.Text, said.Thread);
        if (answer.IsSuccessStatusCode) _acknowledged[word] = said;
        else Assert.True(answer.StatusCode is HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode} to “{said.Text}”: {await answer.Content.ReadAsStringAsync()}");
        return answer.StatusCode;
    }

    [GeneratedRegex(@"w\d+r\d+c\d+n\d+w")]
    private static partial Regex Word();
}
