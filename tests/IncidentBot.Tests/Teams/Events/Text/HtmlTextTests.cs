using System.Diagnostics;
using System.Text;
using IncidentBot.Teams.Events.Text;
using Xunit;

namespace IncidentBot.Tests.Teams.Events.Text;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("disk is <strong>full</strong>", "disk is full")]
    [InlineData("<p>one</p><p>two</p>", "one\ntwo")]
    [InlineData("<div><div>one</div>\n<div>two</div>\n</div>", "one\ntwo")]
    [InlineData("<p>one</p>\n<p>&nbsp;</p>\n<p>two</p>", "one\n\ntwo")]
    [InlineData("one<br>two<br/>three", "one\ntwo\nthree")]
    [InlineData("<p>one<br></p><p>two</p>", "one\ntwo")]
    [InlineData("<p>a  \n   b</p>", "a b")]
    [InlineData("a&nbsp;b &lt;script&gt; &amp;amp; &#x1F4CC;", "a b <script> &amp; 📌")]
    [InlineData("<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>after", "• one\n• two\n  • deep\nafter")]
    [InlineData("<ol><li>first</li><li>second</li></ol>", "1. first\n2. second")]
    [InlineData("<blockquote><p>it is down</p><p>since two</p></blockquote><p>no</p>", "> it is down\n> since two\nno")]
    [InlineData("<pre>if (a &lt; b)\n    stop();\n\n\nend</pre>", "if (a < b)\n    stop();\n\n\nend")]
    [InlineData("<codeblock class=\"Bash\"><code>ls -l<br>  df -h</code></codeblock>done", "ls -l\n  df -h\ndone")]
    [InlineData("run <code>df -h</code> now", "run df -h now")]
    [InlineData("<a href=\"https://a.example/x?y=1&amp;z=2\" title=\"t\">the page</a>", "the page (https://a.example/x?y=1&z=2)")]
    [InlineData("<a href='https://a.example/'>https://a.example</a>", "https://a.example")]
    [InlineData("<a href=https://a.example>a.example</a>", "a.example")]
    [InlineData("<a href=\"mailto:ana@a.example\">ana@a.example</a>", "ana@a.example")]
    [InlineData("<a href=\"https://a.example\"></a>", "https://a.example")]
    [InlineData("<table><tbody><tr><td><p>a</p></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>", "a | b\nc | d")]
    [InlineData("hot <emoji id=\"fire\" alt=\"🔥\" title=\"Fire\"></emoji>", "hot 🔥")]
    [InlineData("hot <img itemscope itemtype=\"http://schema.skype.com/Emoji\" alt=\"🔥\" src=\"https://e.example/f\"> now", "hot 🔥 now")]
    [InlineData("see <img src=\"https://e.example/shot.png\" alt=\"image\"> there", "see [image] there")]
    [InlineData("<!-- hidden --><style>p { }</style>seen<script>no()</script>", "seen")]
    [InlineData("5 < 6 and <3", "5 < 6 and <3")]
    [InlineData("a <b", "a <b")]
    [InlineData("<p title=\"a > b\">c</p>", "c")]
    [InlineData("", "")]
    [InlineData("<p></p><div>  </div>", "")]
    public void Html_is_read_as_people_see_it(string html, string seen) => Assert.Equal(seen, Shown(html));

    [Theory]
    [InlineData("<at id=\"0\">Ben Carter</at> look", "[0:Ben Carter] look")]
    [InlineData("<div>ask <span itemscope=\"\" itemtype=\"http://schema.skype.com/Mention\" itemid=\"1\">Ben</span>, now</div>", "ask [1:Ben], now")]
    [InlineData("<at>Ben</at>", "[:Ben]")]
    [InlineData("<at id='2'><b>Ben</b> &amp; Co", "[2:Ben & Co]")]
    [InlineData("<at id='2'> </at>alone", "alone")]
    public void A_mention_stands_by_itself_with_its_number(string html, string seen) => Assert.Equal(seen, Shown(html));

    [Fact]
    public void Hostile_html_is_read_in_no_time()
    {
        foreach (var part in new[] { "<", "<a \"", "<a '>", "<!--", "<blockquote><p>x", "<ul><li>", "<a href=x>y", "<at>", "</", "<pre>\n", "&", "<td>", "<a href=\"" })
        {
            var html = new StringBuilder().Insert(0, part, 60_000).ToString();
            var began = Stopwatch.GetTimestamp();
            Assert.True(HtmlText.Read(html).Sum(piece => piece.Text.Length) < 40 * html.Length);
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(2), $"{part} took {Stopwatch.GetElapsedTime(began)}");
        }
    }

    private static string Shown(string html) => string.Concat(HtmlText.Read(html).Select(piece => piece.Mention is null ? piece.Text : $"[{piece.Mention}:{piece.Text}]"));
}
