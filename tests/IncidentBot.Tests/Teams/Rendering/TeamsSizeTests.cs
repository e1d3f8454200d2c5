using IncidentBot.Core.Chat;
using IncidentBot.Teams.Rendering;
using Xunit;

namespace IncidentBot.Tests.Teams.Rendering;

/// <summary>What does not fit into one message goes on in the next, and nothing is lost.</summary>
public sealed class TeamsSizeTests
{
    private static readonly Choices Buttons = new([new("a.b", "Go", "1")]);

    [Fact]
    public void A_message_is_filled_to_the_edge_and_what_is_past_it_stands_in_a_second()
    {
        var most = Enumerable.Range(1, 1000).TakeWhile(count => TeamsCard.Of(Lines(count)).Count == 1).Last();
        var full = Assert.Single(TeamsCard.Of(Lines(most)));
        Assert.InRange(CardJson.Length(full.Attachment), TeamsLimits.MessageCharacters * 9 / 10, TeamsLimits.MessageCharacters);
        Assert.Equal(2, TeamsCard.Of(Lines(most + 1)).Count);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void A_long_paragraph_is_cut_between_words_and_is_whole_again_when_read_on(int length)
    {
        var text = Words(length);
        var messages = TeamsCard.Of(new("The card", new Paragraph(text)));
        Assert.Equal(text, string.Join(' ', messages.SelectMany(message => CardTexts.Of(message.Card["body"])).Where(one => one != "This goes on in the next message.")));
        Assert.All(messages, message => Assert.True(CardJson.Length(message.Attachment) <= TeamsLimits.MessageCharacters));
    }

    [Fact]
    public void A_cut_never_falls_into_what_is_seen_as_one_character()
    {
        const string family = "👩‍👩‍👧‍👦";
        var pieces = TeamsCard.Of(new("The card", new Paragraph(string.Concat(Enumerable.Repeat(family, 1000))))).SelectMany(message => CardTexts.Of(message.Card["body"])).Where(text => text.StartsWith(family, StringComparison.Ordinal)).ToList();
        Assert.Equal(1000 * family.Length, pieces.Sum(piece => piece.Length));
        Assert.All(pieces, piece => Assert.Equal(0, piece.Length % family.Length));
    }

    [Fact]
    public void A_table_goes_on_under_the_same_columns_and_keeps_every_row()
    {
        var messages = TeamsCard.Of(new("The card", new Table(["Number", "What"], [.. Enumerable.Range(1, 300).Select(number => (IReadOnlyList<RichText>)[$"{number}", Words(100)])])));
        Assert.True(messages.Count > 1);
        var rows = messages.Select(message => message.Card["body"]!.AsArray().Single(element => (string?)element!["type"] == "Table")!["rows"]!.AsArray()).ToList();
        Assert.All(rows, table => Assert.Equal(["Number", "What"], CardTexts.Of(table[0])));
        Assert.Equal(Enumerable.Range(1, 300).Select(number => $"{number}"), rows.SelectMany(table => table.Skip(1)).Select(row => CardTexts.Of(row).First()));
    }

    [Theory]
    [InlineData(12_000, "Table")]
    [InlineData(17_000, "RichTextBlock")]
    public void A_row_too_long_for_a_table_is_a_list_that_says_so(int length, string type)
    {
        var message = TeamsCard.Of(new("The card", new Table(["What"], [[Words(length)]])))[0];
        Assert.Equal(type, (string?)message.Card["body"]![0]!["type"]);
        Assert.Equal(type != "Table", CardTexts.Of(message.Card).Contains("A table that Teams cannot show here, as a list: What"));
    }

    [Fact]
    public void The_buttons_that_end_a_long_card_stand_on_its_last_message_below_the_last_line()
    {
        // Of these counts, some leave room for the last line and not for the buttons.
        foreach (var count in Enumerable.Range(300, 60))
        {
            var last = TeamsCard.Of(new("The card", [.. Lines(count).Blocks, Buttons]))[^1].Card["body"]!.AsArray();
            Assert.Equal("ActionSet", (string?)last[^1]!["type"]);
            Assert.Equal(Line(count), Assert.Single(CardTexts.Of(last[^2])));
        }
    }

    [Fact]
    public void Each_message_but_the_last_says_that_it_goes_on_and_notifications_count_them()
    {
        var messages = TeamsCard.Of(Lines(1000));
        Assert.All(messages.SkipLast(1), message => Assert.Equal("This goes on in the next message.", CardTexts.Of(message.Card["body"]).Last()));
        Assert.Equal(Enumerable.Range(1, messages.Count).Select(number => $"The card ({number} of {messages.Count})"), messages.Select(message => message.Summary));
    }

    [Fact]
    public void In_one_message_a_long_card_says_that_it_is_shortened_and_keeps_its_buttons()
    {
        var message = TeamsCard.InOneMessage(new("The card", [.. Lines(1000).Blocks, Buttons]));
        Assert.True(CardJson.Length(message.Attachment) <= TeamsLimits.MessageCharacters);
        Assert.Equal("ActionSet", (string?)message.Card["body"]!.AsArray()[^1]!["type"]);
        Assert.Contains("shortened", CardTexts.Of(message.Card["body"]!.AsArray()[^2]).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_that_fits_is_the_same_in_one_message() =>
        Assert.Equal(TeamsCard.Of(Lines(3))[0].Card.ToJsonString(), TeamsCard.InOneMessage(Lines(3)).Card.ToJsonString());

    [Theory]
    [InlineData(1_000, 1_000)]
    [InlineData(1_001, 1_001)]
    [InlineData(40_000, 1_001)]
    public void The_text_for_notifications_is_short(int length, int shown) =>
        Assert.InRange(TeamsCard.InOneMessage(new(new string('x', length))).Summary.Length, Math.Min(length, TeamsLimits.Summary), shown);

    private static Card Lines(int count) => new("The card", [.. Enumerable.Range(1, count).Select(number => new Paragraph(Line(number)))]);

    private static string Line(int number) => $"line {number:D5} of a card that has a good many of them";

    private static string Words(int length) => string.Concat(Enumerable.Repeat("word ", length / 5 + 1))[..(length - 1)] + ".";
}
