using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class BotJsonTests
{
    [Fact]
    public void Names_are_camel_case_and_enums_are_words() =>
        Assert.Equal("""{"action":"a.b","label":"Go","value":"1","kind":"Danger"}""", BotJson.Write(new Button("a.b", "Go", "1", ButtonKind.Danger)));

    [Fact]
    public void What_is_derived_is_not_stored() => Assert.DoesNotContain("orderKey", BotJson.Write<Saying>(new React(Some.Message("m1"), "✅")), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Members_of_a_later_version_are_ignored() => Assert.Equal(new("a.b", "Go", "1"), BotJson.Read<Button>("""{"action":"a.b","label":"Go","value":"1","colour":"red"}"""));

    [Fact]
    public void Members_that_an_earlier_version_did_not_write_have_their_defaults() =>
        Assert.Empty(Assert.IsType<MessagePosted>(BotJson.Read<ChatEvent>("""{"kind":"posted","at":"2026-11-22T14:00:00+00:00","by":{"ref":{"workspace":"local","id":"ana"},"name":"ana"},"place":{"channel":{"workspace":"local","id":"C1"}},"message":{"channel":{"workspace":"local","id":"C1"},"id":"m1"},"text":"x"}""")).Files);

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"kind":"from-the-future"}""")]
    public void What_cannot_be_read_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => BotJson.Read<ChatEvent>(json));
}
