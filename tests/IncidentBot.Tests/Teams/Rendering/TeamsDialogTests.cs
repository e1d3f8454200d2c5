using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Rendering;
using IncidentBot.Tests.Cards;
using Xunit;

namespace IncidentBot.Tests.Teams.Rendering;

public sealed class TeamsDialogTests
{
    private static readonly FormOrigin Origin = new(SampleChat.Teams.Place("C0ROOM"));

    [Theory]
    [InlineData(59, 59, false)]
    [InlineData(60, 60, true)]
    public void A_title_too_long_for_the_top_is_shortened_and_stands_whole_below(int length, int shown, bool below)
    {
        var dialog = Of(new Form("a.b", new string('x', length), "Save", "", []));
        Assert.Equal(shown, ((string)dialog["title"]!).Length);
        Assert.Equal(below, Card(dialog)["body"]!.AsArray().Count > 0);
    }

    [Theory]
    [InlineData(3, "medium")]
    [InlineData(4, "large")]
    public void It_is_as_high_as_its_fields_need(int fields, string height) =>
        Assert.Equal(height, (string?)Of(new Form("a.b", "Title", "Save", "", [.. Enumerable.Range(1, fields).Select(number => new TextField($"f{number}", "A"))]))["height"]);

    [Fact]
    public void It_is_saved_or_left_and_leaving_asks_for_no_field()
    {
        var actions = Card(Of(new Form("a.b", "Title", "Save", "INC-42", [])))["actions"]!.AsArray();
        Assert.Equal(["Save", "Cancel"], actions.Select(action => (string?)action!["title"]));
        Assert.Equal("none", (string?)actions[1]!["associatedInputs"]);
    }

    [Fact]
    public void A_text_field_asks_for_text_of_its_length()
    {
        var input = Field(new TextField("text", "What is it?") { Required = true, Multiline = true, MaxLength = 500, Hint = "In a sentence.", Initial = "a\nb" })[0]!;
        Assert.Equal(("Input.Text", "field.text", "What is it?", "a\nb"), ((string?)input["type"], (string?)input["id"], (string?)input["label"], (string?)input["value"]));
        Assert.Equal((true, 500, true, "This is needed."), ((bool)input["isMultiline"]!, (int)input["maxLength"]!, (bool)input["isRequired"]!, (string?)input["errorMessage"]));
    }

    [Fact]
    public void What_is_wrong_and_the_hint_stand_below_the_field()
    {
        var elements = Field(new TextField("text", "A") { Hint = "In a sentence." }, new() { ["text"] = "That is no date." });
        Assert.Equal(["A", "That is no date.", "In a sentence."], elements.SelectMany(CardTexts.Of));
        Assert.Equal("Attention", (string?)elements[1]!["inlines"]![0]!["color"]);
    }

    [Fact]
    public void What_is_wrong_with_no_field_stands_at_the_top() => Assert.Equal(["It is closed.", "A"], Field(new TextField("text", "A"), new() { [""] = "It is closed." }).SelectMany(CardTexts.Of));

    [Fact]
    public void What_was_filled_in_stands_there_again_and_not_what_stood_at_first()
    {
        var form = new Form("a.b", "Title", "Save", "", [new TextField("a", "A") { Initial = "old" }, new TextField("b", "B") { Initial = "emptied" }, Choice(6) with { Initial = "v1" }]);
        var body = Card(TeamsDialog.Of(form, Origin, values: new Dictionary<string, string> { ["a"] = "new", ["c"] = "v2" })["task"]!["value"]!)["body"]!.AsArray();
        Assert.Equal(["new", null, "v2"], body.Select(input => (string?)input!["value"]));
    }

    [Theory]
    [InlineData(20, "a text of twenty chr")]
    [InlineData(19, "a text of twenty…")]
    public void A_text_too_long_to_be_edited_is_shortened_and_the_hint_says_so(int most, string shown)
    {
        var elements = Field(new TextField("a", "A") { MaxLength = most, Initial = "a text of twenty chr", Hint = "Short, please." });
        Assert.Equal(shown, (string?)elements[0]!["value"]);
        Assert.Equal(most < 20, CardTexts.Of(elements[1]).Single().Contains("is shortened", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5, true, "expanded", 5)]
    [InlineData(6, true, "compact", 6)]
    [InlineData(2, false, "compact", 3)]
    public void A_choice_is_a_few_buttons_when_it_must_be_made_and_can_be_cleared_when_not(int options, bool required, string style, int choices)
    {
        var input = Field(Choice(options) with { Required = required })[0]!;
        Assert.Equal((style, choices), ((string?)input["style"], input["choices"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("v2", "v2")]
    [InlineData("v9", null)]
    public void The_initial_choice_is_one_of_the_options(string initial, string? chosen) => Assert.Equal(chosen, (string?)Field(Choice(3) with { Initial = initial })[0]!["value"]);

    [Theory]
    [InlineData("00000000-0000-4000-8000-00000000000a", true)]
    [InlineData("29:1abc", false)]
    [InlineData(null, false)]
    public void A_person_is_picked_from_the_organization_and_preselected_by_their_Entra_id(string? id, bool preselected)
    {
        var input = Field(new PersonField("owner", "Owner") { Initial = id })[0]!;
        Assert.Equal("graph.microsoft.com/users", (string?)input["choices.data"]!["dataset"]);
        Assert.Equal(preselected, input["value"] is not null);
    }

    private static ChoiceField Choice(int options) => new("c", "C", [.. Enumerable.Range(1, options).Select(number => new FormOption($"v{number}", $"Option {number}"))]);

    private static JsonNode Of(Form form) => TeamsDialog.Of(form, Origin)["task"]!["value"]!;

    private static JsonObject Card(JsonNode dialog) => (JsonObject)dialog["card"]!["content"]!;

    private static JsonArray Field(FormField field, Dictionary<string, string>? faults = null) =>
        (JsonArray)Card(TeamsDialog.Of(new("a.b", "Title", "Save", "", [field]), Origin, faults)["task"]!["value"]!)["body"]!;
}
