using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Slack;
using IncidentBot.Slack.Rendering;
using Xunit;

namespace IncidentBot.Tests.Slack.Rendering;

public sealed class SlackModalTests
{
    private static readonly FormOrigin Origin = new(SlackIds.Place("T1", "C1", "1700000000.000100"));

    [Fact]
    public void What_the_form_was_opened_with_comes_back() => Assert.Equal(
        new FormOrigin(SlackIds.Place("T1", "C1", "1700000000.000100"), "INC-42"),
        FormOrigin.Read((string)Of(new Form("a.b", "Title", "Save", "INC-42", []))["private_metadata"]!));

    [Theory]
    [InlineData("")]
    [InlineData("INC-42")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"workspace\":1}")]
    public void Metadata_that_is_not_ours_is_no_origin(string metadata) => Assert.Null(FormOrigin.Read(metadata));

    [Fact]
    public void A_context_that_does_not_fit_is_never_cut() => Assert.Throws<InvalidOperationException>(() => Of(new Form("a.b", "Title", "Save", new string('x', 3000), [])));

    [Fact]
    public void The_form_s_key_is_the_callback_id() => Assert.Equal("a.b", (string?)Of(new Form("a.b", "Title", "Save", "", []))["callback_id"]);

    [Fact]
    public void A_title_that_fits_stands_at_the_top_alone()
    {
        var view = Of(new Form("a.b", new string('x', 24), "Save", "", []));
        Assert.Equal(new string('x', 24), (string?)view["title"]!["text"]);
        Assert.Empty(view["blocks"]!.AsArray());
    }

    [Fact]
    public void A_longer_title_is_shortened_and_stands_whole_below()
    {
        var view = Of(new Form("a.b", "New action item, INC-1000", "Save", "", []));
        Assert.Equal("New action item…", (string?)view["title"]!["text"]);
        Assert.Equal("*New action item, INC-1000*", (string?)view["blocks"]![0]!["text"]!["text"]);
    }

    [Fact]
    public void A_text_field_asks_for_text_of_its_length()
    {
        var block = Field(new TextField("text", "What is it?") { Required = true, Multiline = true, MaxLength = 500, Hint = "In a sentence.", Initial = "a\nb" });
        Assert.Equal("text", (string?)block["block_id"]);
        Assert.False((bool)block["optional"]!);
        Assert.Equal("In a sentence.", (string?)block["hint"]!["text"]);
        Assert.Equal("value", (string?)block["element"]!["action_id"]);
        Assert.Equal(500, (int)block["element"]!["max_length"]!);
        Assert.Equal("a\nb", (string?)block["element"]!["initial_value"]);
    }

    [Theory]
    [InlineData(3000, 3000)]
    [InlineData(3001, 3000)]
    public void No_text_field_asks_for_more_than_Slack_takes(int most, int taken) => Assert.Equal(taken, (int)Field(new TextField("a", "A") { MaxLength = most })["element"]!["max_length"]!);

    [Fact]
    public void A_text_too_long_to_be_edited_is_shortened_and_the_hint_says_so()
    {
        var block = Field(new TextField("a", "A") { MaxLength = 20, Initial = "a text that is longer than twenty", Hint = "Short, please." });
        Assert.Equal("a text that is…", (string?)block["element"]!["initial_value"]);
        Assert.Equal("What stands there was too long for this field and is shortened. Short, please.", (string?)block["hint"]!["text"]);
    }

    [Theory]
    [InlineData(5, true, "radio_buttons")]
    [InlineData(6, true, "static_select")]
    [InlineData(2, false, "static_select")]
    public void A_choice_is_radio_buttons_when_it_is_short_and_must_be_made(int options, bool required, string type) =>
        Assert.Equal(type, (string?)Field(Choice(options) with { Required = required })["element"]!["type"]);

    [Fact]
    public void The_initial_choice_is_one_of_the_options()
    {
        var element = Field(Choice(3) with { Initial = "v2" })["element"]!;
        Assert.True(JsonNode.DeepEquals(element["options"]![1], element["initial_option"]));
    }

    [Theory]
    [InlineData("U0123", true)]
    [InlineData("W0123", true)]
    [InlineData("ana", false)]
    [InlineData(null, false)]
    public void A_person_who_is_not_of_Slack_is_not_preselected(string? id, bool preselected) =>
        Assert.Equal(preselected, Field(new PersonField("owner", "Owner") { Initial = id })["element"]!["initial_user"] is not null);

    private static ChoiceField Choice(int options) => new("c", "C", [.. Enumerable.Range(1, options).Select(number => new FormOption($"v{number}", $"Option {number}"))]);

    private static JsonObject Of(Form form) => SlackModal.Of(form, Origin);

    private static JsonNode Field(FormField field) => Of(new Form("a.b", "Title", "Save", "", [field]))["blocks"]![0]!;
}
