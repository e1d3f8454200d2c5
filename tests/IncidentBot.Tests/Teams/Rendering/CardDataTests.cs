using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Rendering;
using IncidentBot.Tests.Cards;
using Xunit;

namespace IncidentBot.Tests.Teams.Rendering;

public sealed class CardDataTests
{
    private static readonly FormOrigin Origin = new(SampleChat.Teams.Place("C0ROOM"), PlaceName: "payments");

    [Theory]
    [InlineData("""{0}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"a.b","data":{0}},"trigger":"manual"}""")]
    [InlineData("""{"data":{0},"context":{"theme":"default"}}""")]
    public void A_button_comes_back_from_a_message_an_execution_and_a_dialog_that_is_asked_for(string value) =>
        Assert.Equal(new PressedButton("a.b", "INC-42"), Read(value.Replace("{0}", CardData.OfButton("a.b", "INC-42").ToJsonString(), StringComparison.Ordinal)));

    [Fact]
    public void A_form_comes_back_with_what_it_was_opened_with_and_what_was_filled_in()
    {
        var data = (JsonObject)TeamsDialog.Of(new Form("a.b", "Title", "Save", "INC-42", []), Origin)["task"]!["value"]!["card"]!["content"]!["actions"]![0]!["data"]!.DeepClone();
        (data["field.text"], data["field.empty"], data["field.none"], data["field.flag"], data["other"]) = ("hello", "", " ", true, "x");
        var submitted = Assert.IsType<SubmittedForm>(Read(new JsonObject { ["data"] = data }.ToJsonString()));
        Assert.Equal(("a.b", Origin with { Context = "INC-42" }), (submitted.Form, submitted.Origin));
        Assert.Equal(new Dictionary<string, string> { ["text"] = "hello", ["flag"] = "true" }, submitted.Values);
    }

    [Fact]
    public void A_dialog_that_was_left_says_so() => Assert.Equal(new CancelledForm("a.b"), Read(new JsonObject { ["data"] = CardData.OfCancel("a.b") }.ToJsonString()));

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"incidentBot":1}""")]
    [InlineData("""{"incidentBot":{"action":1}}""")]
    [InlineData("""{"incidentBot":{"form":"a.b"}}""")]
    [InlineData("""{"incidentBot":{"form":"a.b","origin":{"workspace":1,"channel":"x"}}}""")]
    [InlineData("""{"action":{"data":{"incidentBot":null}}}""")]
    public void What_is_not_ours_is_nothing(string value) => Assert.Null(Read(value));

    private static CardData? Read(string value)
    {
        using var json = JsonDocument.Parse(value);
        return CardData.Read(json.RootElement);
    }
}
