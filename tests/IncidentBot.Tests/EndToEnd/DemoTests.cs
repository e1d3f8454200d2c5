using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.EndToEnd;

[Collection(ProgramCollection.Name)]
public sealed class DemoTests : IDisposable
{
    private static readonly string[] Headings =
    [
        "# Postmortem INC-1: checkout is failing", "## Part 1. What happened?", "### Summary", "### Impact", "### Root causes", "### Trigger", "### Resolution", "### Detection",
        "### Lessons learned", "#### What went well?", "#### What didn't go so well?", "#### Where did we get lucky?",
        "## Part 2. What can we do differently next time?", "| Owners | Action items | Priority | Bug/Tickets |",
        "## Appendix", "### Timeline", "### Metrics", "### Error budget", "### Capture completeness",
    ];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_demo_prints_a_whole_draft()
    {
        var (exitCode, output, _) = await RunningProgram.RunToEndAsync(_folder.FullPath, "demo", "--fast");

        Assert.True(exitCode == 0, output);
        var lines = output.Split('\n').ToList();
        Assert.Equal(Headings, Headings.OrderBy(lines.IndexOf));
        Assert.All(Headings, heading => Assert.Contains(heading, lines));
        Assert.Contains("0 gaps", output, StringComparison.Ordinal);
        Assert.DoesNotContain("oops wrong paste", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_leaves_nothing_behind()
    {
        await RunningProgram.RunToEndAsync(_folder.FullPath, "demo", "--fast");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.FullPath));
    }

    [Fact]
    public async Task One_can_play_a_script_of_ones_own()
    {
        var script = _folder.Write("mine.yaml", """
            title: The printer is on fire
            steps:
              - { by: ben, says: "/incident start printer is on fire sev4" }
              - { wait: 5m, by: ben, says: "/incident resolve put it out" }
              - { wait: 1h, by: ben, says: "/incident postmortem" }
              - { by: ben, thread: review, says: "done" }
            """);

        var (exitCode, output, _) = await RunningProgram.RunToEndAsync(_folder.FullPath, "demo", "--fast", "--script", script);

        Assert.True(exitCode == 0, output);
        Assert.Contains("# Postmortem INC-1: printer is on fire", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: x\nsteps:\n  - { by: ana, says: hello }\n  - { wait: soon }\n", "Step 2", "wait is \"soon\"")]
    [InlineData("title: x\nsteps:\n  - { by: ana, shouts: hello }\n", "Line 3", "shouts")]
    [InlineData("title: x\nsteps:\n  - { by: ana, deletes: never-said }\n", "Step 1", "never-said")]
    [InlineData("title: x\nsteps:\n  - { by: zoe, says: hello }\n", "Step 1", "zoe")]
    [InlineData("title: x\nsteps:\n  - { by: ana, says: hello }\n  - { by: ana, presses: Launch }\n", "Step 2", "Launch")]
    [InlineData("", "empty", "script")]
    public async Task A_wrong_script_is_refused_where_it_is_wrong(string yaml, string where, string what)
    {
        var script = _folder.Write("wrong.yaml", yaml);

        var (exitCode, output, _) = await RunningProgram.RunToEndAsync(_folder.FullPath, "demo", "--fast", "--script", script);

        Assert.Equal(2, exitCode);
        Assert.Contains(where, output, StringComparison.Ordinal);
        Assert.Contains(what, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_is_not_there_is_said_plainly()
    {
        var (exitCode, output, _) = await RunningProgram.RunToEndAsync(_folder.FullPath, "demo", "--fast", "--script", "nowhere.yaml");

        Assert.Equal(2, exitCode);
        Assert.Contains("nowhere.yaml", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
