using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Slack.EndToEnd;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>What the operating system is asked to do, as strace sees it.</summary>
[Collection(ProgramCollection.Name)]
public sealed partial class SyncBeforeAckTests
{
    private const int Events = 200;
    private const int Connections = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Between_the_writing_of_an_event_and_its_acknowledgement_its_file_is_synced()
    {
        Requires.That(OperatingSystem.IsLinux() && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "strace"))), "strace must be installed for this test (Debian package strace).");
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.FullPath, "strace.txt");
        await using var scene = await SlackScene.BeginAsync(SlackScene.WayIn.Http);
        var said = new SaidInRoom(scene.Workspace, "incidents");
        var acknowledged = new List<(int Port, int Number)>[Connections];
        await using (await Strace.AttachAsync(scene.Program.ProcessId, output))
        {
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(async connection =>
            {
                using var raw = await RawConnection.OpenAsync(scene.Program.Url);
                acknowledged[connection] = [];
                for (var number = connection; number < Events; number += Connections)
                {
                    Assert.Equal(200, (await raw.AskAsync(said.Post(number).ToBytes()))?.Status);
                    acknowledged[connection].Add((raw.Port, number));
                }
            }));
        }

        var calls = SystemCall.Read(await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken));
        var writes = calls.Where(call => call.Name.StartsWith("pwrite", StringComparison.Ordinal) && call.Arguments.Contains(".journal>", StringComparison.Ordinal)).ToList();
        var syncs = calls.Where(call => call.Name is "fsync" or "fdatasync").ToList();
        foreach (var connection in acknowledged)
        {
            var acks = calls.Where(call => call.Arguments.Contains($"->127.0.0.1:{connection[0].Port.ToString(CultureInfo.InvariantCulture)}]>", StringComparison.Ordinal) && call.Arguments.Contains("HTTP/1.1 200", StringComparison.Ordinal)).ToList();
            Assert.Equal(connection.Count, acks.Count);
            foreach (var (ack, (_, number)) in acks.Zip(connection))
            {
                var write = Assert.Single(writes, call => call.Arguments.Contains($"\\\"{SaidInRoom.Text(number)}\\\"", StringComparison.Ordinal));
                Assert.Contains(syncs, sync => sync.Begins > write.Ends && sync.Ends < ack.Begins && write.Arguments.StartsWith(sync.File, StringComparison.Ordinal) && sync.Succeeded);
            }
        }
    }

    /// <summary>Looks on at what a process asks the operating system for, until it is disposed of.</summary>
    private sealed class Strace(Process process) : IAsyncDisposable
    {
        public static async Task<Strace> AttachAsync(int processId, string output)
        {
            string[] arguments = ["-f", "-yy", "-s", "65536", "-e", "trace=pwrite64,pwritev,pwritev2,fsync,fdatasync,sendto,sendmsg,write,writev", "-o", output, "-p", processId.ToString(CultureInfo.InvariantCulture)];
            var strace = new Strace(Process.Start(new ProcessStartInfo("strace", arguments) { RedirectStandardError = true })!);
            var said = await strace.SaysAsync();
            if (said is { } attached && attached.Contains("attached", StringComparison.Ordinal)) return strace;
            await strace.DisposeAsync();
            Assert.Skip($"strace may not attach here: {said}");
            throw new UnreachableException();
        }

        public async ValueTask DisposeAsync()
        {
            if (!process.HasExited)
            {
                using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]); // it detaches
                await kill.WaitForExitAsync();
            }
            await process.WaitForExitAsync().WaitAsync(Patience);
            process.Dispose();
        }

        /// <summary>Its first line: that it is attached, or why not.</summary>
        private Task<string?> SaysAsync() => process.StandardError.ReadLineAsync().WaitAsync(Patience);
    }

    /// <summary>One call, between the lines on which it begins and ends: another thread's may stand between them.</summary>
    /// <param name="Arguments">As far as they are known when it begins: what it writes, and where.</param>
    private sealed partial record SystemCall(string Name, string Arguments, int Begins)
    {
        public int Ends { get; private set; } = Begins;

        public bool Succeeded { get; private set; }

        /// <summary>The descriptor with its path, as arguments begin with it.</summary>
        public string File => Arguments[..(Arguments.IndexOf('>', StringComparison.Ordinal) + 1)];

        public static IReadOnlyList<SystemCall> Read(IReadOnlyList<string> lines)
        {
            var calls = new List<SystemCall>();
            var unfinished = new Dictionary<string, SystemCall>();
            for (var line = 0; line < lines.Count; line++)
            {
                if (Resumed().Match(lines[line]) is { Success: true } resumed && unfinished.Remove(resumed.Groups["thread"].Value, out var call))
                {
                    (call.Ends, call.Succeeded) = (line, IsSuccess(lines[line]));
                }
                else if (Begun().Match(lines[line]) is { Success: true } begun)
                {
                    calls.Add(call = new(begun.Groups["name"].Value, begun.Groups["arguments"].Value, line));
                    if (lines[line].EndsWith("<unfinished ...>", StringComparison.Ordinal)) (unfinished[begun.Groups["thread"].Value], call.Ends) = (call, int.MaxValue);
                    else call.Succeeded = IsSuccess(lines[line]);
                }
            }
            return calls;
        }

        private static bool IsSuccess(string line) => Result().IsMatch(line);

        [GeneratedRegex(@"^(?<thread>\d+) +(?<name>\w+)\((?<arguments>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
        private static partial Regex Begun();

        [GeneratedRegex(@"^(?<thread>\d+) +<\.\.\. \w+ resumed>", RegexOptions.ExplicitCapture)]
        private static partial Regex Resumed();

        [GeneratedRegex(@"= \d+$")]
        private static partial Regex Result();
    }
}
