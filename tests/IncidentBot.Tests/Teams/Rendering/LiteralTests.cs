using IncidentBot.Core.Chat;
using IncidentBot.Teams.Rendering;
using IncidentBot.Tests.Cards;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.Teams.Node;
using Xunit;

namespace IncidentBot.Tests.Teams.Rendering;

/// <summary>What people write is read as they wrote it and does nothing.</summary>
public sealed class LiteralTests(Chromium chromium)
{
    private const string Hidden = "\u200B";

    [Theory]
    [InlineData("{{DATE(2026-01-01T00:00:00Z)}}", "{\u200B{DATE(2026-01-01T00:00:00Z)}}")]
    [InlineData("{{{x", "{\u200B{\u200B{x")]
    [InlineData("<at>Ana</at>", "<\u200Bat>Ana<\u200B/at>")]
    [InlineData("<AT id=\"0\">", "<\u200BAT id=\"0\">")]
    [InlineData("a < b && **c** [d](e)", "a < b && **c** [d](e)")]
    [InlineData("a  b\n\tc", "a\u00A0\u00A0b\n\u00A0\u00A0\u00A0\u00A0c")]
    [InlineData("a\0b\u0007", "ab")]
    public void In_a_run_only_functions_and_mentions_are_parted_and_blanks_stay(string written, string drawn) => Assert.Equal(drawn, Literal.InRun(written));

    [Theory]
    [InlineData("**b** _i_ `c`", "∗∗b∗∗ ˍiˍ ˋcˋ")]
    [InlineData("snake_case", "snake_case")]
    [InlineData("[a](https://x.test)", "[a]\u200B(https://x.test)")]
    [InlineData("&lt;b&gt;", "&\u200Blt;b&\u200Bgt;")]
    [InlineData("\\*", "\\\u200B∗")]
    public void In_Markdown_no_marker_is_one(string written, string drawn) => Assert.Equal(drawn, Literal.InMarkdown(written));

    [Theory]
    [InlineData("# h")]
    [InlineData("- l")]
    [InlineData("1. n")]
    [InlineData("> q")]
    [InlineData("===")]
    public void A_line_of_Markdown_begins_nothing(string line) => Assert.Equal(Hidden + line, Literal.Line(line));

    [Fact]
    public void A_line_that_begins_with_a_word_stays_as_it_is() => Assert.Equal("a # h", Literal.Line("a # h"));

    [Fact]
    public async Task Microsoft_s_renderer_shows_all_of_it_and_makes_nothing_of_it()
    {
        var page = await CardPage.OpenAsync(chromium);
        Assert.Empty(await page.DrawAsync(TeamsCard.InOneMessage(NastyCard.Of(SampleChat.Teams.Nasty)).Card));
        foreach (var element in (string[])["h1", "h2", "ul", "ol", "blockquote", "code", "pre", "hr", "img", "b", "s"]) Assert.Equal((element, 0), (element, await page.CountAsync(element)));
        var shown = Seen(await page.TextAsync());
        foreach (var part in (string[])["{{DATE(2026-01-01T00:00:00Z, SHORT)}}", "{{TIME(2026-01-01T00:00:00Z)}}", "<at>Ana</at>", "&lt;b&gt;", "<b>html</b>", "[y](https://x.test)", "# h", "1. n"])
            Assert.True(shown.Split(part).Length > 10, $"“{part}” is not in each place where people's words stand:\n{shown}");
    }

    [Fact]
    public async Task Our_own_words_are_as_they_are_meant()
    {
        var page = await CardPage.OpenAsync(chromium);
        var ana = new Person(SampleChat.Teams.Person("U0ANA"), "Ana_M *");
        await page.DrawAsync(TeamsCard.InOneMessage(new("a", new Paragraph(RichText.Of($"{ana}: {RichText.Bold("(bold)")}now {RichText.Italic("so")} {RichText.Link("https://x.test/(a)", "a [b]")}")))).Card);
        Assert.Equal("Ana M: (bold)now so a (b)", Seen(await page.TextAsync()).Trim());
        Assert.Equal((1, 1, 1, 1), (await page.CountAsync(".mention"), await page.CountAsync("strong"), await page.CountAsync("em"), await page.CountAsync("a[href='https://x.test/%28a%29']")));
    }

    /// <summary>Look-alikes as what they stand for; what is not seen is left out.</summary>
    private static string Seen(string text) => text.Replace(Hidden, "", StringComparison.Ordinal).Replace('\u00A0', ' ').Replace('∗', '*').Replace('ˍ', '_').Replace('ˋ', '`');
}
