using CsCheck;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Chat;

public sealed class MarkdownTests
{
    /// <summary>Texts made of what Markdown and HTML care about, and of some that they do not.</summary>
    private static readonly Gen<string> Nasty = Gen.OneOf(
        "a", "Z", "7", "1. ", "23) ", " ", "    ", "\t", "\n", "\r\n", "\n\n", "\u2028", "\0", "\u001b", "é", "مرحبا", "🔥", "\u00a0",
        "*", "**", "_", "__", "`", "```", "~", "~~~", "#", "# ", "+ ", "- ", "---", "===", "> ", "<", ">", "<b>", "</b>", "<script>alert(1)</script>", "<!--", "-->", "<br>",
        "&", "&amp;", "&lt;", "&#60;", "\\", "[", "]", "(", ")", "[x](javascript:alert(1))", "![x](y)", "!", "|", "| --- |", ":--", ":", ".", ",", "$", "{", "}", "^", "\"", "'", "@ana", "[ ] ", "[^1]", "[a]: /b",
        "https://example.com/a_b?c=1&copy;=2#d", "https://example.com/x_(y)", "http://", "javascript:alert(1)", "(https://example.com).", "snake_case_name", "HTTPS://EXAMPLE.COM/|x").Array[0, 12].Select(string.Concat);

    [Theory]
    [InlineData("checkout is failing", "checkout is failing")]
    [InlineData("payment_service is down", "payment_service is down")]
    [InlineData("_all_ of *it*", "\\_all\\_ of \\*it\\*")]
    [InlineData("# not a heading", "\\# not a heading")]
    [InlineData("- not a list", "\\- not a list")]
    [InlineData("1. not a list", "1\\. not a list")]
    [InlineData("3.5 GB at 10:02", "3\\.5 GB at 10:02")]
    [InlineData("> not a quote", "&gt; not a quote")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("AT&T &lt;", "AT&amp;T &amp;lt;")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("run `rm -rf`", "run \\`rm -rf\\`")]
    [InlineData("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))")]
    [InlineData("C:\\temp", "C:\\\\temp")]
    [InlineData("one\r\ntwo", "one<br>two")]
    [InlineData("one\n\n  two  ", "one<br><br>\u00a0\u00a0two")]
    [InlineData("stop!", "stop\\!")]
    [InlineData("stop! now", "stop! now")]
    [InlineData("", "")]
    [InlineData(" \n\n", "")]
    [InlineData("\n one", "\u00a0one")]
    [InlineData("see https://example.com/a_b_c.", "see <https://example.com/a_b_c>.")]
    [InlineData("(https://example.com/a)", "(<https://example.com/a>)")]
    [InlineData("https://example.com/x_(y)", "<https://example.com/x_(y)>")]
    [InlineData("https://example.com/<b>", "<https://example.com/>&lt;b&gt;")]
    [InlineData("https://", "https\\://")]
    public void A_text_is_escaped_where_it_must_be_and_readable_where_it_can_be(string text, string expected) => Assert.Equal(expected, Markdown.Escape(text));

    [Fact]
    public void Any_text_reads_as_it_was_written() => Nasty.Sample(text =>
        Assert.Equal(MarkdownReading.AsWritten(text), MarkdownReading.OneParagraph(Markdown.Escape(text))));

    [Fact]
    public void Any_text_stays_in_its_list_item() => Nasty.Sample(text =>
        Assert.Equal("x" + MarkdownReading.AsWritten(text), MarkdownReading.OneListItem($"- x{Markdown.Escape(text)}\n")));

    [Fact]
    public void Any_text_stays_in_its_heading() => Nasty.Sample(text =>
        Assert.Equal($"x{MarkdownReading.AsWritten(text)}y", MarkdownReading.OneHeading($"## x{Markdown.Escape(text)}y\n")));

    [Fact]
    public void Any_texts_stay_in_their_cells() => Gen.Select(Nasty, Nasty).Sample((left, right) =>
    {
        var cells = MarkdownReading.LastRow($"| Left | Right |\n|---|---|\n| {Markdown.Cell(left)} | {Markdown.Cell(right)} |\n");
        Assert.Equal([MarkdownReading.AsWritten(left.Trim()), MarkdownReading.AsWritten(right.Trim())], cells);
    });

    [Fact]
    public void Any_label_of_a_link_stays_its_label() => Nasty.Sample(label =>
    {
        var (text, url) = MarkdownReading.LinkAfter(Markdown.Escape("stop!"), Markdown.Link("x" + label, "https://example.com/a?b=1&c=2"));
        Assert.Equal((MarkdownReading.AsWritten("x" + label), "https://example.com/a?b=1&c=2"), (text, url));
    });

    [Theory]
    [InlineData("https://bugs/1", "[bug](https://bugs/1)")]
    [InlineData(" http://bugs/1 ", "[bug](http://bugs/1)")]
    [InlineData("https://bugs/a b(c)|<d>", "[bug](https://bugs/a%20b%28c%29%7C%3Cd%3E)")]
    [InlineData("https://bugs/?a&copy;", "[bug](https://bugs/?a&copy%3B)")]
    [InlineData("javascript:alert(1)", "bug")]
    [InlineData("JaVaScRiPt:alert(1)", "bug")]
    [InlineData("data:text/html,<script>", "bug")]
    [InlineData("file:///etc/passwd", "bug")]
    [InlineData("/relative", "bug")]
    [InlineData("BUG-1", "bug")]
    [InlineData("", "bug")]
    public void Only_web_addresses_become_links(string url, string expected) => Assert.Equal(expected, Markdown.Link("bug", url));
}
