using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Drafts;

public sealed class EvidenceCardsTests
{
    [Fact]
    public void A_milestone_links_to_the_message_that_shows_it_and_names_who_confirmed_it()
    {
        var message = Some.Message("m1");
        var now = SomeDraft.Full with
        {
            Incident = SomeDraft.Full.Incident!.With(new Milestone(MilestoneKind.Detected, Some.Time, Some.Ben, "message by ana", message)),
            LinkTo = (source, _) => StoryChat.LinkOf(source),
        };
        var detected = EvidenceCards.Milestones(SomeDraft.Draft(now)).Single(fact => fact.Label == "Detected").Value;
        Assert.Equal("2026-11-22 14:00 (Europe/Lisbon), confirmed by ben: message by ana ", string.Concat(detected.Spans.OfType<Plain>().Select(span => span.Text)));
        Assert.Equal(StoryChat.LinkOf(message), Assert.Single(detected.Spans.OfType<LinkTo>()).Url);
    }

    [Fact]
    public void A_milestone_that_nobody_stated_says_how_to_state_it() =>
        Assert.Equal("unknown; to state it: milestone detected at TIME", EvidenceCards.Milestones(SomeDraft.Draft(SomeDraft.Bare)).Single(fact => fact.Label == "Detected").Value.ToPlainText());

    [Fact]
    public void Key_moments_leave_out_what_is_hidden_and_say_how_many_more_there_are()
    {
        var entries = Enumerable.Range(0, 25).Select(number => Some.Entry($"moment {number}", $"k{number}", Some.Time.AddMinutes(number)) with { Kind = EntryKind.Status, Hidden = number == 3 ? new(Some.Ana, Some.Time, "") : null });
        var blocks = EvidenceCards.KeyMoments(SomeDraft.Draft(SomeDraft.Full with { Timeline = [.. entries] }));
        var words = CardWords.Of(new Card("", blocks));
        Assert.Contains("moment 2\n", words, StringComparison.Ordinal);
        Assert.DoesNotContain("moment 3\n", words, StringComparison.Ordinal);
        Assert.Contains("4 more are in the file.", words, StringComparison.Ordinal);
    }
}
