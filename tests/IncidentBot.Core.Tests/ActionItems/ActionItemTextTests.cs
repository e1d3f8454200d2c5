using CsCheck;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.ActionItems;

public sealed class ActionItemTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Person AnaLima = Some.Person("Ana Lima");
    private static readonly Person Ana = Some.Person("Ana");

    [Fact]
    public void Text_alone_is_an_item_that_nobody_owns_yet() =>
        Assert.Equal(new ActionItemReading.Item("Add a canary to the deploy"), Item("Add a canary to the deploy"));

    [Fact]
    public void Owner_priority_date_and_ticket_may_stand_in_any_order_around_the_text()
    {
        var expected = new ActionItemReading.Item("Add a canary", AnaLima, Priority.P1, new(2026, 12, 1), "https://tickets.example/OPS-7?a=b");
        Gen.Shuffle(new[] { "@Ana Lima", "p1", "due 2026-12-01", "https://tickets.example/OPS-7?a=b", "Add a canary" })
            .Sample(parts => Assert.Equal(expected, Item(string.Join(' ', parts), AnaLima)), iter: 150);
    }

    [Theory]
    [InlineData("Add a canary due friday", "2026-11-27")]
    [InlineData("due tomorrow Add a canary", "2026-11-24")]
    [InlineData("Add a canary due in 2 weeks p1", "2026-12-07")]
    [InlineData("Add a canary, Due: 2026-11-23.", "2026-11-23")]
    public void A_date_is_read_from_the_speakers_today(string text, string due)
    {
        var item = Item(text);
        Assert.Equal("Add a canary", item.Text);
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), item.Due);
    }

    [Theory]
    [InlineData("P1 Add a canary")]
    [InlineData("Add a canary (p1)")]
    [InlineData("- Add a canary: p1.")]
    [InlineData("• Add a canary — p1")]
    [InlineData("  Add\ta\n canary   p1 p1 ")]
    public void Bullets_brackets_and_punctuation_around_a_priority_do_not_matter(string text) =>
        Assert.Equal(new ActionItemReading.Item("Add a canary", Priority: Priority.P1), Item(text));

    [Theory]
    [InlineData("Page on P1 alerts only")]
    [InlineData("Fix the leak due to retries")]
    [InlineData("Rotate what is due for renewal")]
    [InlineData("Show all due dates")]
    [InlineData("Pay what is past due")]
    [InlineData("Read UTF-8 and OPS-123 right")]
    [InlineData("Pin `@types/node` and @types/react")]
    [InlineData("Ask admin@example.com for access")]
    [InlineData("Nothing may be deployed on a friday evening")]
    [InlineData("Drop <b>bold</b> & \"quotes\" *here*")]
    [InlineData("راجع التنبيهات 🚨 اليوم")]
    public void Words_that_only_look_like_marks_stay_in_the_text(string text) => Assert.Equal(new ActionItemReading.Item(text), Item(text));

    [Fact]
    public void A_mention_amid_the_words_is_the_owner_and_stays_in_the_sentence() =>
        Assert.Equal(new ActionItemReading.Item("Ask @Ana Lima for access", AnaLima), Item("Ask @Ana Lima for access", AnaLima));

    [Fact]
    public void A_link_amid_the_words_is_the_ticket_and_stays_in_the_sentence() =>
        Assert.Equal(new ActionItemReading.Item("Follow https://runbooks.example/a step by step", Ticket: "https://runbooks.example/a"), Item("Follow https://runbooks.example/a step by step"));

    [Fact]
    public void Of_two_links_the_last_is_the_ticket_and_none_is_lost() =>
        Assert.Equal(new ActionItemReading.Item("Compare https://a.example", Ticket: "https://b.example"), Item("Compare https://a.example https://b.example"));

    [Fact]
    public void A_name_that_begins_like_another_is_told_apart()
    {
        Assert.Equal(AnaLima, Item("Add a canary @Ana Lima", Ana, AnaLima).Owner);
        Assert.Equal(Ana, Item("Add a canary @ana", Ana).Owner);
    }

    [Fact]
    public void The_same_owner_twice_is_one_owner() => Assert.Equal(Ana, Item("@Ana Add a canary @Ana", Ana).Owner);

    [Theory]
    [InlineData("", "What is to be done?")]
    [InlineData("  @Ana p1 due friday https://tickets.example/1 -", "What is to be done?")]
    [InlineData("Add a canary @Ana @Ben", "one owner")]
    [InlineData("Add a canary @nobody", "@nobody")]
    [InlineData("Add a canary p1 p2", "more than one priority")]
    [InlineData("Add a canary p7", "no priority p7")]
    [InlineData("Add a canary due 2026-11-22", "in the past")]
    [InlineData("Add a canary due 2026-13-01", "not a date")]
    [InlineData("Add a canary due soonish @Ana", "not a date")]
    [InlineData("Add a canary due yesterday", "2026-11-22 is in the past")]
    [InlineData("1. Add a canary\n2. Write the runbook", "a list of 2 items")]
    [InlineData("To do:\n- Add a canary\n- Write the runbook\n- Alert on it", "a list of 3 items")]
    [InlineData("None.", "“None.” adds nothing")]
    [InlineData("nothing else", "adds nothing")]
    [InlineData("Add a canary due next month p1", "not a date")]
    public void What_cannot_be_read_is_refused_with_a_form_that_works(string text, string sentence) =>
        Assert.Contains(sentence, Refusal(text, Ana, Some.Person("Ben")), StringComparison.Ordinal);

    [Fact]
    public void A_text_too_long_for_a_table_is_refused() => Assert.Contains("at most 500", Refusal(new string('x', 10_000)), StringComparison.Ordinal);

    [Fact]
    public void Any_text_is_read_or_refused_never_thrown_at()
    {
        var piece = Gen.OneOf(Gen.String[0, 12], Some.Of("@", "@Ana", "due", "due in", "p1", "p", "(", "http://", "https://x", "`", " ", "\n", "-", "\ud83d"));
        piece.Array[0, 8].Sample(parts => Assert.NotNull(ActionItemText.Read(string.Join(' ', parts), [Ana], Today)), iter: 2000);
    }

    private static ActionItemReading.Item Item(string text, params Person[] mentions) => Assert.IsType<ActionItemReading.Item>(ActionItemText.Read(text, mentions, Today));

    private static string Refusal(string text, params Person[] mentions) =>
        Assert.IsType<ActionItemReading.Refused>(ActionItemText.Read(text, mentions, Today)).Sentence.ToPlainText();
}
