using IncidentBot.Core.Bot;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class CommandLineTests
{
    private static CommandLine Read(string text) => CommandLine.Read(Some.Command(text));

    [Theory]
    [InlineData("help status", "help", "status")]
    [InlineData("HELP Status", "help", "Status")]
    [InlineData("  help   status  ", "help", "status")]
    [InlineData("help\u00A0status", "help", "status")]
    [InlineData("help\u2009status", "help", "status")]
    [InlineData("help\nstatus", "help", "status")]
    [InlineData("\u200Bhelp status\uFEFF", "help", "status")]
    [InlineData("help: status", "help", "status")]
    [InlineData("help!", "help", "")]
    [InlineData("/help status", "help", "status")]
    [InlineData("“help” status", "help", "status")]
    [InlineData("`help` status", "help", "status")]
    [InlineData("*help* status", "help", "status")]
    [InlineData("- help status", "help", "status")]
    [InlineData("/incident help status", "help", "status")]
    [InlineData("incident help status", "help", "status")]
    [InlineData("/incident /Incident help status", "help", "status")]
    [InlineData("@IncidentBot help status", "help", "status")]
    [InlineData("IncidentBot: help status", "help", "status")]
    [InlineData("frobnicate now", "frobnicate", "now")]
    public void The_first_word_is_the_command_and_the_rest_its_words(string text, string name, string words)
    {
        var call = Read(text).Call;
        Assert.Equal((name, words), (call.Name, call.Words));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0\n")]
    [InlineData("?")]
    [InlineData("/incident")]
    [InlineData("@IncidentBot")]
    [InlineData("hello")]
    [InlineData("Hi!")]
    public void Nothing_or_a_greeting_is_help(string text)
    {
        var line = Read(text);
        Assert.Equal(("help", ""), (line.Command?.Name, line.Call.Words));
    }

    [Theory]
    [InlineData("note it’s “down”", "it's \"down\"")]
    [InlineData("note «en panne»", "\"en panne\"")]
    [InlineData("note one\ntwo", "one\ntwo")]
    [InlineData("note 100% – really!", "100% – really!")]
    [InlineData("note incident over", "incident over")]
    public void The_words_keep_all_but_their_curly_quotes(string text, string words) => Assert.Equal(words, Read(text).Call.Words);

    [Fact]
    public void A_word_that_names_no_command_has_none() => Assert.Null(Read("frobnicate").Command);

    [Theory]
    [InlineData("!!!")]
    [InlineData("🔥")]
    [InlineData("مرحبا")]
    [InlineData("\ud800")]
    public void Any_text_can_be_read(string text) => Assert.NotNull(Read(text).Call);

    [Fact]
    public void A_text_of_ten_thousand_characters_is_one_word() => Assert.Equal(10_000, Read(new('x', 10_000)).Call.Name.Length);
}
