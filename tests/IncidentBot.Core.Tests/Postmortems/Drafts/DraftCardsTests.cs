using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Drafts;

public sealed class DraftCardsTests
{
    [Fact]
    public void The_sections_stand_in_their_order()
    {
        var words = string.Join('\n', DraftCards.Body(SomeDraft.Draft(SomeDraft.Full)).Select(CardWords.Of));
        string[] headings =
        [
            "Part 1. What happened?", "Summary", "Impact", "Root causes", "Trigger", "Resolution", "Detection", "Lessons learned", "What went well?", "What didn't go so well?", "Where did we get lucky?",
            "Part 2. What can we do differently next time?", "Owners | Action items | Priority | Bug/Tickets", "Appendix", "Capture completeness",
        ];
        var places = headings.Select(heading => words.IndexOf("\n" + heading, StringComparison.Ordinal)).Skip(1).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void A_long_answer_is_shortened_and_says_where_the_whole_is()
    {
        var now = SomeDraft.Bare with { Postmortem = SomeDraft.Review(SomeDraft.Answer(QuestionKind.Impact, string.Join(' ', Enumerable.Repeat("slow", 2000)))) };
        var words = string.Join('\n', DraftCards.Body(SomeDraft.Draft(now)).Select(CardWords.Of));
        Assert.Contains("whole in the file", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Much_that_was_said_is_split_over_cards_within_their_limits()
    {
        var answers = Enum.GetValues<QuestionKind>().SelectMany(question => Enumerable.Range(0, 40).Select(i => SomeDraft.Answer(question, new string('x', 3000))));
        var cards = DraftCards.Body(SomeDraft.Draft(SomeDraft.Bare with { Postmortem = SomeDraft.Review([.. answers]) }));
        Assert.Equal(CardPages.MostCards, cards.Count);
        Assert.All(cards, card => Assert.InRange(card.Blocks.Count, 1, CardPages.MostBlocks + 1));
        Assert.All(cards, card => Assert.InRange(CardWords.Of(card).Length, 1, CardPages.MostCharacters + 200));
        Assert.Contains("More of the draft is in the file.", CardWords.Of(cards[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_action_items_make_several_tables_and_all_are_there()
    {
        var cards = DraftCards.Body(SomeDraft.Draft(SomeDraft.Bare with { ActionItems = [.. Enumerable.Range(1, 50).Select(number => Some.ActionItem(number))] }));
        var tables = cards.SelectMany(card => card.Blocks.OfType<Table>()).ToList();
        Assert.Equal(50, tables.Sum(table => table.Rows.Count));
        Assert.All(tables, table => Assert.InRange(table.Rows.Count, 1, 15));
    }

    [Theory]
    [InlineData(412, 412, null, "412 of 412 messages, 0 gaps.")]
    [InlineData(410, 412, null, "410 of 412 messages, 2 gaps.")]
    [InlineData(1, 0, null, "1 message captured, of which the room still shows 0; 0 gaps.")]
    [InlineData(7, null, "missing_scope", "7 messages captured. Gaps cannot be counted: the room's own history could not be read (missing_scope).")]
    public void Completeness_is_said_as_it_is(int captured, int? known, string? unreadable, string sentence) =>
        Assert.StartsWith(sentence, DraftCards.Sentence(new(captured, known, unreadable, 0, 0)), StringComparison.Ordinal);
}
