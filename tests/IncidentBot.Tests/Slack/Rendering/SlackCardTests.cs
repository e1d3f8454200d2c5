using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.Rendering;
using Xunit;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Tests.Slack.Rendering;

public sealed class SlackCardTests
{
    [Theory]
    [InlineData(150, "header")]
    [InlineData(151, "section")]
    public void A_heading_that_is_too_long_for_a_header_is_a_bold_section_with_all_of_it(int length, string type)
    {
        var block = Assert.Single(Blocks(new Heading(Words(length))));
        Assert.Equal(type, (string?)block!["type"]);
        Assert.Contains(Words(length), (string)block["text"]!["text"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3000, 1)]
    [InlineData(3001, 2)]
    [InlineData(40_000, 14)]
    public void A_long_paragraph_is_several_sections_and_nothing_is_lost(int length, int sections)
    {
        var text = Words(length);
        var written = All(new Paragraph(text)).SelectMany(message => message.Blocks).Select(TextOf).Where(one => !one.StartsWith('_')).ToList();
        Assert.Equal(sections, written.Count);
        Assert.Equal(text, string.Join(' ', written));
    }

    [Fact]
    public void It_is_cut_between_lines_where_it_has_lines()
    {
        var line = Words(1000);
        Assert.Equal([$"{line}\n{line}", $"{line}\n{line}"], Blocks(new Paragraph(string.Join('\n', Enumerable.Repeat(line, 4)))).Select(TextOf));
    }

    [Fact]
    public void A_cut_falls_neither_into_an_escaped_character_nor_into_one_that_is_seen_as_one()
    {
        const string family = "👩‍👩‍👧‍👦";
        var text = string.Concat(Enumerable.Repeat("&" + family, 500));
        var written = Blocks(new Paragraph(text)).Select(block => TextOf(block).Replace("&amp;", "&", StringComparison.Ordinal)).ToList();
        Assert.Equal(text, string.Concat(written));
        Assert.All(written, one => Assert.True(one.StartsWith('&') || one.StartsWith(family, StringComparison.Ordinal), one[..20]));
    }

    [Fact]
    public void A_bold_text_that_is_cut_is_bold_in_each_piece() =>
        Assert.All(Blocks(new Paragraph(Of($"{Bold(Words(5000))}"))).Select(TextOf), one => Assert.True(one.StartsWith('*') && one.EndsWith('*'), one));

    [Fact]
    public void A_link_that_does_not_fit_any_more_stands_in_the_next_piece_whole()
    {
        var link = Link("https://x.example/" + new string('a', 500), "here");
        Assert.Equal(["<https://x.example/" + new string('a', 500) + "|here>"], Blocks(new Paragraph(Of($"{Words(2800)} {link}"))).Select(TextOf).Skip(1));
    }

    [Fact]
    public void A_character_longer_than_a_section_is_cut_all_the_same()
    {
        var text = "e" + new string('\u0301', 7000);
        Assert.Equal(text, string.Concat(Blocks(new Paragraph(text)).Select(TextOf)));
    }

    [Theory]
    [InlineData(10, new[] { 10 })]
    [InlineData(11, new[] { 10, 1 })]
    public void Facts_are_fields_ten_to_a_section(int facts, int[] fields) =>
        Assert.Equal(fields, Blocks(new Facts([.. Enumerable.Range(1, facts).Select(number => new LabelledText($"Fact {number}", "value"))])).Select(block => block!["fields"]!.AsArray().Count));

    [Fact]
    public void A_fact_too_long_for_a_field_is_a_section_in_its_place()
    {
        var blocks = Blocks(new Facts([new("One", "1"), new("Two", Words(2500)), new("Three", "3")]));
        Assert.Equal(["fields", "text", "fields"], blocks.Select(block => block!["fields"] is null ? "text" : "fields"));
        Assert.Contains(Words(2500), TextOf(blocks[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Bullets_share_a_section_and_go_on_in_the_next()
    {
        var blocks = Blocks(new Bullets([.. Enumerable.Repeat<RichText>(Words(998), 4)]));
        Assert.Equal([2, 2], blocks.Select(block => TextOf(block).Split('\n').Length));
    }

    [Fact]
    public void The_lines_of_a_bullet_stay_together() => Assert.Equal("• a\n   b\n• c", TextOf(Assert.Single(Blocks(new Bullets(["a\nb", "c"])))));

    [Fact]
    public void A_quote_marks_each_line_and_names_its_source_below()
    {
        var blocks = Blocks(new Quote("seeing 500s\n> or so", Of($"{Bold("ana")}")));
        Assert.Equal("> seeing 500s\n> \u00AD&gt; or so", TextOf(blocks[0]));
        Assert.Equal("*ana*", (string?)blocks[1]!["elements"]![0]!["text"]);
    }

    [Fact]
    public void A_long_quote_is_a_quote_in_each_piece() => Assert.All(Blocks(new Quote(Words(7000), RichText.Empty)).Select(TextOf), one => Assert.StartsWith("> ", one, StringComparison.Ordinal));

    [Theory]
    [InlineData(25, new[] { 25 })]
    [InlineData(26, new[] { 25, 1 })]
    public void Buttons_stand_at_most_25_in_a_row_and_each_has_an_id_of_its_own(int buttons, int[] rows)
    {
        var blocks = Blocks(new Choices([.. Enumerable.Range(1, buttons).Select(number => new Button("postmortem.skip", $"Button {number}", "INC-1"))]));
        Assert.Equal(rows, blocks.Select(block => block!["elements"]!.AsArray().Count));
        var ids = blocks.SelectMany(block => block!["elements"]!.AsArray()).Select(button => (string)button!["action_id"]!).ToList();
        Assert.Equal(buttons, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal("postmortem.skip", SlackActionId.Read(id)));
    }

    [Theory]
    [InlineData(ButtonKind.Normal, null)]
    [InlineData(ButtonKind.Primary, "primary")]
    [InlineData(ButtonKind.Danger, "danger")]
    public void A_button_has_the_style_of_its_kind(ButtonKind kind, string? style) =>
        Assert.Equal(style, (string?)Blocks(new Choices([new("a", "A", "1", kind)]))[0]!["elements"]![0]!["style"]);

    [Fact]
    public void A_blank_paragraph_and_a_row_without_buttons_are_nothing() => Assert.Empty(Blocks(new Paragraph(" \n"), new Choices([]), new Bullets([]), new Facts([])));

    [Theory]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(198, 2)]
    public void A_long_table_goes_on_in_further_messages_under_the_same_columns(int rows, int messages)
    {
        var drawn = All(new Table(["Number", "What"], [.. Enumerable.Range(1, rows).Select(number => (IReadOnlyList<RichText>)[$"{number}", "x"])]));
        Assert.Equal(messages, drawn.Count);
        var tables = drawn.Select(message => message.Blocks.Single(block => (string?)block!["type"] == "table")!["rows"]!.AsArray()).ToList();
        Assert.All(tables, table => Assert.Equal("Number", (string?)table[0]![0]!["text"]));
        Assert.Equal(Enumerable.Range(1, rows).Select(number => $"{number}"), tables.SelectMany(table => table.Skip(1)).Select(row => (string)row![0]!["text"]!));
    }

    [Fact]
    public void Tables_with_the_same_columns_that_follow_each_other_are_one()
    {
        var table = new Table(["What"], [["a"]]);
        Assert.Equal(3, Assert.Single(Blocks(table, table))!["rows"]!.AsArray().Count);
    }

    [Fact]
    public void A_second_table_stands_in_a_second_message() => Assert.Equal(2, All(new Table(["What"], [["a"]]), new Heading("Other"), new Table(["Which"], [["b"]])).Count);

    [Fact]
    public void A_table_that_Slack_cannot_show_is_a_list_that_says_so()
    {
        var columns = Enumerable.Range(1, 21).Select(number => $"c{number}").ToList();
        var blocks = Blocks(new Table(columns, [[.. columns.Select(column => (RichText)("in " + column))]]));
        Assert.StartsWith("_A table that Slack cannot show here, as a list: c1 · c2", TextOf(blocks[0]), StringComparison.Ordinal);
        Assert.StartsWith("• *c1*: in c1 · *c2*: in c2", TextOf(blocks[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_cell_shows_a_dash() => Assert.Equal("–", (string?)Blocks(new Table(["a"], [[""]]))[0]!["rows"]![1]![0]!["text"]);

    [Theory]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    public void A_card_of_too_many_blocks_goes_on_in_a_second_message(int blocks, int messages)
    {
        var drawn = All([.. Enumerable.Range(1, blocks).Select(number => new Paragraph($"line {number}"))]);
        Assert.Equal(messages, drawn.Count);
        Assert.All(drawn, message => Assert.Empty(BlockKitRules.BrokenByMessage(message.Blocks, message.Text)));
    }

    [Fact]
    public void The_buttons_that_end_a_long_card_stand_on_its_first_message()
    {
        var drawn = All([.. Enumerable.Range(1, 80).Select(number => new Paragraph($"line {number}")), new Choices([new("a.b", "Go", "1")])]);
        Assert.Equal(50, drawn[0].Blocks.Count);
        Assert.Equal("actions", (string?)drawn[0].Blocks[^1]!["type"]);
        Assert.Equal("_This goes on in the next message._", TextOf(drawn[0].Blocks[^2]));
        Assert.Equal("line 80", TextOf(drawn[1].Blocks[^1]));
        Assert.Equal("The card (2 of 2)", drawn[1].Text);
    }

    [Fact]
    public void In_one_message_a_long_card_says_that_it_is_shortened_and_keeps_its_buttons()
    {
        var card = new Card("The card", [.. Enumerable.Range(1, 80).Select(number => new Paragraph($"line {number}")), new Choices([new("a.b", "Go", "1")])]);
        var message = SlackCard.InOneMessage(card);
        Assert.Empty(BlockKitRules.BrokenByMessage(message.Blocks, message.Text));
        Assert.Contains("shortened", TextOf(message.Blocks[^2]), StringComparison.Ordinal);
        Assert.Equal("actions", (string?)message.Blocks[^1]!["type"]);
    }

    [Fact]
    public void A_card_that_fits_is_the_same_in_one_message()
    {
        var card = Card.Of("hello", new Button("a.b", "Go", "1"));
        Assert.Equal(SlackCard.Of(card)[0].Blocks.ToJsonString(), SlackCard.InOneMessage(card).Blocks.ToJsonString());
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(40_000)]
    public void The_text_for_notifications_is_at_most_4000_long(int length) => Assert.InRange(SlackCard.Of(new(new string('<', length)))[0].Text.Length, 3000, 4000);

    private static IReadOnlyList<SlackMessage> All(params IReadOnlyList<CardBlock> blocks) => SlackCard.Of(new("The card", blocks));

    private static JsonArray Blocks(params IReadOnlyList<CardBlock> blocks) => Assert.Single(All(blocks)).Blocks;

    private static string TextOf(JsonNode? block) => (string)block!["text"]!["text"]!;

    private static string Words(int length) => string.Concat(Enumerable.Repeat("word ", length / 5 + 1))[..(length - 1)] + ".";
}
