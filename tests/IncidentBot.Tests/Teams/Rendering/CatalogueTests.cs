using System.Text.Json.Nodes;
using IncidentBot.Teams.Rendering;
using IncidentBot.Tests.Cards;
using IncidentBot.Tests.Teams.Manifests;
using NJsonSchema;
using Xunit;

namespace IncidentBot.Tests.Teams.Rendering;

/// <summary>All that the product can show is taken by Teams.</summary>
public sealed class CatalogueTests
{
    private static readonly FormOrigin Origin = new(SampleChat.Teams.Place("C0ROOM"));

    public static TheoryData<bool> Sizes => [false, true];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Every_card_is_what_the_schema_of_version_1_5_asks_for(bool largest)
    {
        var schema = await SchemaAsync();
        NothingBroken(from shown in All(largest).Where(shown => shown.Card is not null)
                      from card in TeamsCard.Of(shown.Card!).Append(TeamsCard.InOneMessage(shown.Card!)).Select(message => message.Card).DistinctBy(card => card.ToJsonString())
                      from fault in Broken(schema, card)
                      select $"{shown.Name}: {fault}");
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Every_form_is_what_the_schema_of_version_1_5_asks_for(bool largest)
    {
        var schema = await SchemaAsync();
        NothingBroken(from shown in All(largest).Where(shown => shown.Form is not null)
                      from fault in Broken(schema, Content(TeamsDialog.Of(shown.Form!, Origin)))
                      select $"{shown.Name}: {fault}");
    }

    [Fact]
    public async Task The_schema_refuses_what_is_no_card()
    {
        var wrong = (JsonObject)TeamsCard.InOneMessage(new("a", new IncidentBot.Core.Chat.Paragraph("a"))).Card.DeepClone();
        wrong["body"]![0]!["inlines"]![0]!["weight"] = "Boldest";
        Assert.NotEmpty(Broken(await SchemaAsync(), wrong));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void No_message_is_larger_than_Teams_takes(bool largest) => NothingBroken(
        from shown in All(largest).Where(shown => shown.Card is not null)
        from message in TeamsCard.Of(shown.Card!).Append(TeamsCard.InOneMessage(shown.Card!))
        let length = message.Attachment.ToJsonString().Length + message.Summary.Length
        where length > TeamsLimits.MessageCharacters
        select $"{shown.Name}: {length} characters");

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_mention_has_its_entity_and_every_entity_its_mention(bool largest) => NothingBroken(
        from shown in All(largest).Where(shown => shown.Card is not null)
        from message in TeamsCard.Of(shown.Card!)
        let texts = CardTexts.Of(message.Card).SelectMany(text => CardTexts.Mentions(text)).ToHashSet()
        let entities = (message.Card["msteams"]?["entities"]?.AsArray() ?? []).Select(entity => (string)entity!["text"]!).ToHashSet()
        where !texts.SetEquals(entities)
        select $"{shown.Name}: {string.Join(", ", texts.Union(entities).Except(texts.Intersect(entities)))}");

    private static IEnumerable<Shown> All(bool largest) => CardCatalogue.All(largest ? Sample.LargestInTeams : Sample.OrdinaryInTeams);

    private static JsonObject Content(JsonObject dialog) => (JsonObject)dialog["task"]!["value"]!["card"]!["content"]!;

    /// <summary>Without what Teams has beyond the schema: mentions and width of a card, the people picker.</summary>
    private static IEnumerable<string> Broken(JsonSchema schema, JsonObject card)
    {
        var plain = (JsonObject)card.DeepClone();
        plain.Remove("msteams");
        foreach (var input in plain["body"]!.AsArray()) input!.AsObject().Remove("choices.data");
        return schema.Validate(plain.ToJsonString()).Select(fault => fault.ToString());
    }

    private static void NothingBroken(IEnumerable<string> faults) => Assert.Equal("", string.Join('\n', faults.Select(fault => fault.Length > 300 ? fault[..300] : fault).Distinct().Take(20)));

    private static Task<JsonSchema> SchemaAsync() => TeamsSchemas.ReadAsync("adaptive-card-1.5.0.schema.json", TestContext.Current.CancellationToken);
}
