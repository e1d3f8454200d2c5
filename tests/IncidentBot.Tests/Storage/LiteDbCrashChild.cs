using System.Globalization;
using Xunit;

namespace IncidentBot.Tests.Storage;

/// <summary>Not a test of its own: the process that <see cref="LiteDbCrashTests"/> starts and kills. Every line it writes is an acknowledgement.</summary>
public sealed class LiteDbCrashChild
{
    public const string Path = "INCIDENTBOT_CRASH_PATH";
    public const string Round = "INCIDENTBOT_CRASH_ROUND";
    public const string Acknowledged = "acknowledged ";
    private const int Senders = 8;
    private const int Workers = 4;

    [Fact(Explicit = true)]
    public async Task Takes_in_and_works_until_it_is_killed()
    {
        var path = Environment.GetEnvironmentVariable(Path);
        Assert.SkipUnless(path is not null, $"{Path} is not set.");
        var round = Environment.GetEnvironmentVariable(Round);
        await using var storage = await Working.OpenAsync(path!);
        await using var output = Console.OpenStandardOutput();
        var last = 0;

        async Task SendAsync()
        {
            while (true)
            {
                var id = $"{round}-{Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture)}";
                if (!await storage.Inbox.AddAsync(Sample.Delivery(id, $"room {last % 5}"), CancellationToken.None)) continue;
                var line = System.Text.Encoding.ASCII.GetBytes($"{Acknowledged}{id}\n");
                lock (output) output.Write(line);
            }
        }

        async Task WorkAsync()
        {
            while (true) await Working.WorkAsync(storage, () => $"child {round}", CancellationToken.None);
        }

        await Task.WhenAll([.. Enumerable.Range(0, Senders).Select(_ => Task.Run(SendAsync)), .. Enumerable.Range(0, Workers).Select(_ => Task.Run(WorkAsync))]);
    }
}
