using IncidentBot.Demo;
using Xunit;

namespace IncidentBot.Tests.Demo;

public sealed class DemoScriptTests
{
    [Fact]
    public void A_script_is_read()
    {
        var script = DemoScript.Read("title: T\nsteps:\n  - { by: ana, says: hello, name: first }\n  - { wait: 90s, by: ben, edits: first, to: hi }\n  - { wait: 8d }");
        Assert.Equal(3, script.Steps.Count);
        Assert.Equal(TimeSpan.FromDays(8) + TimeSpan.FromSeconds(90), script.Length);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("title: T", "no steps")]
    [InlineData("steps:\n  - { by: ana }", "Step 1")]
    [InlineData("steps:\n  - { wait: 1s }\n  - { says: hello }", "Step 2: it does not say who")]
    [InlineData("steps:\n  - { by: ana, says: hello, deletes: x }", "more than one thing")]
    [InlineData("steps:\n  - { by: ana, edits: x }", "needs the new text")]
    [InlineData("steps:\n  - { wait: soon }", "such as 45s")]
    [InlineData("steps:\n  - { by: ana, shouts: hello }", "Line 2")]
    [InlineData("steps: [", "Line")]
    public void A_wrong_script_is_refused_with_what_is_wrong(string yaml, string words) =>
        Assert.Contains(words, Assert.Throws<DemoScriptException>(() => DemoScript.Read(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void It_starts_at_the_latest_day_and_time_from_which_all_of_it_is_past()
    {
        var script = DemoScript.Read("starts: Sunday 14:05\nsteps:\n  - { wait: 8d }");
        var monday = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2026, 11, 8, 14, 5, 0, TimeSpan.Zero), script.StartBefore(monday));
        Assert.Equal(new DateTimeOffset(2026, 11, 15, 14, 5, 0, TimeSpan.Zero), script.StartBefore(monday.AddDays(1)));
    }

    [Fact]
    public void A_start_that_is_no_day_and_time_is_refused() =>
        Assert.Throws<DemoScriptException>(() => DemoScript.Read("starts: soon\nsteps:\n  - { wait: 1s }").StartBefore(DateTimeOffset.UnixEpoch));
}
