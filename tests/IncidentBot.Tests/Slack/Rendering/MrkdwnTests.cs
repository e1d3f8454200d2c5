using IncidentBot.Core.Chat;
using IncidentBot.Slack;
using IncidentBot.Slack.Rendering;
using Xunit;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Tests.Slack.Rendering;

public sealed class MrkdwnTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 5, 20, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d")]
    [InlineData("&lt;", "&amp;lt;")]
    [InlineData("<!channel> <@U0123> <#C0123> <!here|x>", "&lt;!channel&gt; &lt;@U0123&gt; &lt;#C0123&gt; &lt;!here|x&gt;")]
    [InlineData("@here @channel #general", "@here @channel #general")]
    [InlineData("\"quoted\" 'so' \\ ~", "\"quoted\" 'so' \\ ~")]
    public void Only_three_characters_of_what_people_wrote_are_escaped(string text, string mrkdwn) => Assert.Equal(mrkdwn, Mrkdwn.Of(text));

    [Fact]
    public void Control_characters_go_and_half_characters_are_replaced() => Assert.Equal("a b�c\td\ne", Mrkdwn.Of("a\0 \u0007b\ud83dc\td\r\ne"));

    [Fact]
    public void Bold_italic_and_code_stand_between_their_markers() => Assert.Equal("Is *SEV1*, _so far_: `/incident help`.", Mrkdwn.Of(Of($"Is {Bold("SEV1")}, {Italic("so far")}: {Code("/incident help")}.")));

    [Fact]
    public void A_marker_inside_a_word_gets_a_zero_width_space_beside_it() => Assert.Equal("un\u200B*believ*\u200Bable", Mrkdwn.Of(Of($"un{Bold("believ")}able")));

    [Fact]
    public void Two_marked_words_beside_each_other_stay_apart() => Assert.Equal("*a*\u200B_b_", Mrkdwn.Of(Of($"{Bold("a")}{Italic("b")}")));

    [Fact]
    public void Markers_stand_beside_words_and_on_each_line() => Assert.Equal(" *a* \n*b*", Mrkdwn.Of(Of($"{Bold(" a \nb")}")));

    [Fact]
    public void Nothing_to_mark_is_not_marked() => Assert.Equal("  ", Mrkdwn.Of(Of($"{Bold("  ")}{Code("")}")));

    [Theory]
    [InlineData("2 * 3 = 6")]
    [InlineData("snake_case_name and 2*3*4")]
    [InlineData("a ~ b, about 5 minutes")]
    public void A_marker_that_makes_no_pair_or_stands_inside_a_word_is_left_alone(string text) => Assert.Equal(text, Mrkdwn.Of(text));

    [Theory]
    [InlineData("*all*", "<!date^0^{_}|*>all<!date^0^{_}|*>")]
    [InlineData("__init__", "<!date^0^{_}|_><!date^0^{_}|_>init<!date^0^{_}|_><!date^0^{_}|_>")]
    [InlineData("run `ls`", "run <!date^0^{_}|`>ls<!date^0^{_}|`>")]
    public void A_marker_that_people_typed_is_shown_and_does_not_mark(string text, string mrkdwn) => Assert.Equal(mrkdwn, Mrkdwn.Of(text));

    [Fact]
    public void A_typed_marker_does_not_end_what_is_bold() => Assert.Equal("*2 <!date^0^{_}|*> 3* is six", Mrkdwn.Of(Of($"{Bold("2 * 3")} is six")));

    [Fact]
    public void A_backtick_in_code_becomes_one_that_does_not_end_it() => Assert.Equal("`aˋb &lt;c&gt; *d*`", Mrkdwn.Of(Of($"{Code("a`b <c> *d*")}")));

    [Theory]
    [InlineData("> not a quote", "\u00AD&gt; not a quote")]
    [InlineData("a\n＞ nor this", "a\n\u00AD＞ nor this")]
    [InlineData("a > b", "a &gt; b")]
    public void A_line_that_begins_like_a_quote_is_none(string text, string mrkdwn) => Assert.Equal(mrkdwn, Mrkdwn.Of(text));

    [Fact]
    public void A_bare_address_is_a_link_without_the_punctuation_after_it() =>
        Assert.Equal("see <https://graphs.example/a_b_c?x=1&amp;y=2>, (<http://x.example>)", Mrkdwn.Of("see https://graphs.example/a_b_c?x=1&y=2, (http://x.example)"));

    [Theory]
    [InlineData("https://x.example/a|b>c d\n", "the label", "<https://x.example/a%7Cb%3Ec%20d|the label>")]
    [InlineData("https://x.example", "a|b <c>\nd *e* _f_ snake_case", "<https://x.example|a¦b &lt;c&gt; d ∗e∗ ˍfˍ snake_case>")]
    [InlineData("https://x.example", "https://x.example", "<https://x.example>")]
    [InlineData("https://x.example", " ", "<https://x.example>")]
    public void A_link_cannot_be_broken_by_its_address_or_label(string url, string label, string mrkdwn) => Assert.Equal(mrkdwn, Mrkdwn.Of(Of($"{Link(url, label)}")));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@b.example")]
    [InlineData("/chat/files/1")]
    [InlineData("")]
    public void An_address_that_is_not_of_the_web_leaves_the_bare_label(string url) => Assert.Equal("the label", Mrkdwn.Of(Of($"{Link(url, "the label")}")));

    [Fact]
    public void Somebody_of_a_Slack_workspace_is_mentioned() => Assert.Equal("by <@U0123>", Mrkdwn.Of(Of($"by {new Person(SlackIds.Person("T1", "U0123"), "Ana")}")));

    [Theory]
    [InlineData("local", "U0123")]
    [InlineData("slack:T1", "!channel")]
    [InlineData("slack:T1", "U0123>x")]
    public void Anybody_else_is_only_named(string workspace, string id) => Assert.Equal("by @Ana &lt;x&gt;", Mrkdwn.Of(Of($"by {new Person(new(workspace, id), "Ana <x>")}")));

    [Fact]
    public void A_time_is_shown_in_the_readers_zone_and_falls_back_to_UTC() => Assert.Equal("<!date^1795411200^{date_short_pretty} {time}|2026-11-23 05:20 UTC>", Mrkdwn.Of(Of($"{Moment(At)}")));

    [Fact]
    public void A_channel_is_linked_and_another_room_is_named() =>
        Assert.Equal("<#C0123> #inc-1", Mrkdwn.Of(Of($"{Room(SlackIds.Place("T1", "C0123"), "inc-1")} {Room(new(new("local", "c")), "inc-1")}")));
}
