using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Chat;

public sealed class RichTextTests
{
    [Fact]
    public void An_interpolated_string_becomes_spans_in_order()
    {
        var text = RichText.Of($"{RichText.Bold("SEV1")} says {Some.Ana} of {3} in {"checkout"}{RichText.Code("done")}");
        Assert.Equal(
            [new Bold("SEV1"), new Plain(" says "), new Mention(Some.Ana.Ref, "ana"), new Plain(" of "), new Plain("3"), new Plain(" in "), new Plain("checkout"), new Code("done")],
            text.Spans);
    }

    [Fact]
    public void A_text_inside_a_text_keeps_its_spans() => Assert.Equal(
        [new Plain("a "), new Italic("b"), new Plain(" c")],
        RichText.Of($"{RichText.Of($"a {RichText.Italic("b")}")} c").Spans);

    [Fact]
    public void What_people_wrote_is_never_taken_for_markup() => Assert.Equal([new Plain("{0} *x* <b>")], ((RichText)"{0} *x* <b>").Spans);

    [Fact]
    public void A_missing_string_is_empty() => Assert.Equal("", RichText.Of($"{(string?)null}").ToPlainText());

    [Fact]
    public void Texts_are_joined_in_order() => Assert.Equal("one two", (RichText.Of($"one ") + "two").ToPlainText());

    [Fact]
    public void The_empty_text_has_no_words() => Assert.Equal("", RichText.Empty.ToPlainText());

    [Fact]
    public void Every_span_has_bare_words() => Assert.Equal(
        "a b c d docs (https://docs) https://docs @ana 2026-11-22 14:00 UTC #general",
        RichText.Of($"a {RichText.Bold("b")} {RichText.Italic("c")} {RichText.Code("d")} {RichText.Link("https://docs", "docs")} {RichText.Link("https://docs", "https://docs")} {Some.Ana} {RichText.Moment(Some.Time.ToOffset(TimeSpan.FromHours(9)))} {RichText.Room(Some.Place("C1"), "general")}").ToPlainText());

    [Fact]
    public void A_card_of_a_text_has_its_words_as_fallback()
    {
        var card = Card.Of(RichText.Of($"Severity is now {RichText.Bold("SEV1")}."), new Button("x.y", "Undo", "1"));
        Assert.Equal(("Severity is now SEV1.", "Severity is now SEV1.\n[Undo]"), (card.Fallback, CardWords.Of(card)));
    }
}
