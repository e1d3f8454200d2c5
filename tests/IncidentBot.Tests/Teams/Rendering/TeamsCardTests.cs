using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Teams.Rendering;
using IncidentBot.Tests.Cards;
using Xunit;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Tests.Teams.Rendering;

public sealed class TeamsCardTests
{
    private static readonly Person Ana = new(SampleChat.Teams.Person("U0ANA"), "Ana");
    private static readonly Person Other = new(SampleChat.Teams.Person("U1ANA"), "Ana");

    [Theory]
    [InlineData(1, "Large")]
    [InlineData(2, "Medium")]
    public void A_heading_is_a_heading_for_screen_readers_too(int level, string size)
    {
        var heading = Only(new Heading("INC-42", level));
        Assert.Equal(("TextBlock", "heading", size), ((string?)heading["type"], (string?)heading["style"], (string?)heading["size"]));
    }

    [Fact]
    public void Each_line_of_a_paragraph_is_an_element_and_a_blank_line_a_wider_gap()
    {
        var lines = Only(new Paragraph("a\nb\r\n\nc"))["items"]!.AsArray();
        Assert.Equal(["a", "b", "c"], lines.SelectMany(CardTexts.Of));
        Assert.Equal([null, "None", "Small"], lines.Select(line => (string?)line!["spacing"]));
    }

    [Fact]
    public void Text_without_mentions_is_runs_in_which_nothing_is_markup()
    {
        var runs = Only(new Paragraph(Of($"a {Bold("b")} {Italic("c")} {Code("@IncidentBot help")} {Link("https://x.test/(1)", "d")}")))["inlines"]!.AsArray();
        Assert.Equal("Bolder", (string?)runs[1]!["weight"]);
        Assert.True((bool)runs[3]!["italic"]!);
        Assert.Equal(("Monospace", "@IncidentBot help"), ((string?)runs[5]!["fontType"], (string?)runs[5]!["text"]));
        Assert.Equal("https://x.test/%281%29", (string?)runs[7]!["selectAction"]!["url"]);
    }

    [Fact]
    public void An_address_that_somebody_typed_is_a_link() =>
        Assert.Equal("https://x.test/a", (string?)Only(new Paragraph("see https://x.test/a."))["inlines"]![1]!["selectAction"]!["url"]);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    public void What_is_no_web_address_is_its_label(string url)
    {
        var run = Only(new Paragraph(Of($"{Link(url, "here")}")))["inlines"]![0]!;
        Assert.Equal(("here", null), ((string?)run["text"], run["selectAction"]));
    }

    [Fact]
    public void A_time_is_shown_in_the_reader_s_zone() => Assert.Equal(
        "{{DATE(2026-11-22T14:05:00Z, SHORT)}} {{TIME(2026-11-22T14:05:00Z)}}",
        (string?)Only(new Paragraph(Of($"{Moment(new(2026, 11, 22, 15, 5, 0, TimeSpan.FromHours(1)))}")))["inlines"]![0]!["text"]);

    [Fact]
    public void A_mention_stands_in_the_text_to_the_letter_of_its_entity()
    {
        var card = TeamsCard.InOneMessage(new("a", new Paragraph(Of($"{Ana} leads")))).Card;
        var entity = Assert.Single(card["msteams"]!["entities"]!.AsArray())!;
        Assert.Equal("<at>Ana</at> leads", (string?)card["body"]![0]!["text"]);
        Assert.Equal(("mention", "<at>Ana</at>", Ana.Ref.Id, "Ana"), ((string?)entity["type"], (string?)entity["text"], (string?)entity["mentioned"]!["id"], (string?)entity["mentioned"]!["name"]));
    }

    [Fact]
    public void Two_people_of_one_name_are_two_mentions()
    {
        var card = TeamsCard.InOneMessage(new("a", new Paragraph(Of($"{Ana}, {Other} and {Ana}")))).Card;
        Assert.Equal([Ana.Ref.Id, Other.Ref.Id], card["msteams"]!["entities"]!.AsArray().Select(entity => (string?)entity!["mentioned"]!["id"]));
        Assert.Equal(2, CardTexts.Mentions((string)card["body"]![0]!["text"]!).Distinct().Count());
    }

    [Fact]
    public void Who_cannot_be_mentioned_is_named()
    {
        var card = TeamsCard.InOneMessage(new("a", new Paragraph(Of($"{Ana} leads"))), new() { MentionId = _ => null }).Card;
        Assert.Null(card["msteams"]);
        Assert.Equal("@Ana leads", string.Concat(CardTexts.Of(card["body"])));
    }

    [Fact]
    public void A_room_is_a_link_where_its_address_is_known()
    {
        var room = Of($"{Room(SampleChat.Teams.Place("C1"), "inc-1")}");
        Assert.Null(Only(new Paragraph(room))["inlines"]![0]!["selectAction"]);
        var linked = TeamsCard.InOneMessage(new("a", new Paragraph(room)), new() { RoomAddress = _ => "https://teams.test/l" }).Card["body"]![0]!["inlines"]![0]!;
        Assert.Equal(("#inc-1", "https://teams.test/l"), ((string?)linked["text"], (string?)linked["selectAction"]!["url"]));
    }

    [Fact]
    public void A_button_executes_and_older_clients_send_the_same_as_a_message()
    {
        var button = Only(new Choices([new(ReviewButton.Skip, "Skip", "INC-42/3")]))["actions"]![0]!;
        Assert.Equal(("Action.Execute", ReviewButton.Skip), ((string?)button["type"], (string?)button["verb"]));
        Assert.Equal("Action.Submit", (string?)button["fallback"]!["type"]);
        Assert.True(JsonNode.DeepEquals(button["data"], button["fallback"]!["data"]));
    }

    [Fact]
    public void A_button_that_opens_a_form_asks_for_a_dialog()
    {
        var button = Only(new Choices([new(IncidentActions.Resolve, "Resolve…", "INC-42")]))["actions"]![0]!;
        Assert.Equal(("Action.Submit", "task/fetch"), ((string?)button["type"], (string?)button["data"]!["msteams"]!["type"]));
    }

    [Theory]
    [InlineData(ButtonKind.Normal, null)]
    [InlineData(ButtonKind.Primary, "positive")]
    [InlineData(ButtonKind.Danger, "destructive")]
    public void A_button_has_the_style_of_its_kind(ButtonKind kind, string? style) => Assert.Equal(style, (string?)Only(new Choices([new("a", "A", "1", kind)]))["actions"]![0]!["style"]);

    [Theory]
    [InlineData(6, new[] { 6 })]
    [InlineData(7, new[] { 6, 1 })]
    public void Buttons_stand_at_most_six_in_a_row(int buttons, int[] rows) =>
        Assert.Equal(rows, Body(new Choices([.. Enumerable.Range(1, buttons).Select(number => new Button("a.b", $"{number}", "1"))])).Select(row => row!["actions"]!.AsArray().Count));

    [Fact]
    public void A_label_too_long_for_its_column_stands_above_its_value()
    {
        var facts = Body(new Facts([new("Severity", "SEV2"), new("Telecommunications", "Ana")]));
        Assert.Equal(["ColumnSet", "RichTextBlock", "RichTextBlock"], facts.Select(fact => (string?)fact!["type"]));
    }

    [Fact]
    public void A_table_has_its_columns_as_header_and_takes_the_whole_width()
    {
        var card = TeamsCard.InOneMessage(new("a", new Table(["Owner", "What"], [["Ana", ""]]))).Card;
        Assert.Equal("Full", (string?)card["msteams"]!["width"]);
        Assert.True((bool)card["body"]![0]!["firstRowAsHeader"]!);
        Assert.Equal(["Owner", "What", "Ana", "–"], CardTexts.Of(card["body"]));
    }

    [Fact]
    public void The_column_with_the_most_to_say_is_the_widest()
    {
        var widths = Only(new Table(["Owners", "Action items"], [["Ana", "Add a canary to the checkout deploy, so that the next one is seen at once"]]))["columns"]!.AsArray().Select(column => (double)column!["width"]!).ToList();
        Assert.True(widths[1] > 2 * widths[0], string.Join(" : ", widths));
    }

    [Fact]
    public void A_blank_paragraph_and_a_row_without_buttons_are_nothing() => Assert.Empty(Body(new Paragraph(" \n"), new Choices([]), new Bullets([]), new Facts([])));

    [Fact]
    public void Notifications_and_old_clients_show_the_fallback()
    {
        var message = TeamsCard.InOneMessage(new("INC-42 is resolved", new Paragraph("It is.")));
        Assert.Equal(("INC-42 is resolved", "INC-42 is resolved"), (message.Summary, (string?)message.Card["fallbackText"]));
    }

    private static JsonArray Body(params IReadOnlyList<CardBlock> blocks) => (JsonArray)Assert.Single(TeamsCard.Of(new("The card", blocks))).Card["body"]!;

    private static JsonNode Only(CardBlock block) => Assert.Single(Body(block))!;
}
