using Xunit;

namespace IncidentBot.Tests.Slack.Events;

public sealed class MentionCommandTests
{
    [Theory]
    [InlineData("<@UBOT> resolve rolled back", "says 1700000001.000000 \"@IncidentBot resolve rolled back\" / 1.000000 Ana in C1: commands \"resolve rolled back\"")]
    [InlineData("  <@UBOT|incidentbot>: commander <@U2>", "says 1700000001.000000 \"  @IncidentBot: commander @Ben\" +U2 / 1.000000 Ana in C1: commands \"commander @Ben\" +U2")]
    [InlineData("<@UBOT>", "says 1700000001.000000 \"@IncidentBot\" / 1.000000 Ana in C1: commands \"help\"")]
    [InlineData("<@UBOT> note one\ntwo", "says 1700000001.000000 \"@IncidentBot note one\ntwo\" / 1.000000 Ana in C1: commands \"note one\ntwo\"")]
    [InlineData("thanks <@UBOT>", "says 1700000001.000000 \"thanks @IncidentBot\"")]
    [InlineData("<@U2> resolve", "says 1700000001.000000 \"@Ben resolve\" +U2")]
    public async Task A_message_that_begins_with_the_bots_mention_is_a_command_too(string text, string told)
    {
        var inner = $$"""{"type":"TYPE","channel":"C1","ts":"1700000001.000000","user":"U1","text":"{{text.ReplaceLineEndings(@"\n")}}"}""";
        Assert.Equal("1.000000 Ana in C1: " + told, await Hearing.EventAsync(inner.Replace("TYPE", "message", StringComparison.Ordinal)));
        Assert.Equal("1.000000 Ana in C1: " + told, await Hearing.EventAsync(inner.Replace("TYPE", "app_mention", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_command_in_a_thread_is_given_there() =>
        Assert.EndsWith("Ana in C1/1700000000.000000: commands \"next\"", await Hearing.EventAsync("""{"type":"message","channel":"C1","ts":"1700000001.000000","thread_ts":"1700000000.000000","user":"U1","text":"<@UBOT> next"}"""), StringComparison.Ordinal);

    [Fact]
    public async Task An_edit_gives_no_command() =>
        Assert.DoesNotContain("commands", await Hearing.EventAsync("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"1700000002.000000","message":{"user":"U1","ts":"1700000001.000000","text":"<@UBOT> resolve","edited":{"ts":"1700000002.000000"}},"previous_message":{"text":"x"}}"""), StringComparison.Ordinal);
}
