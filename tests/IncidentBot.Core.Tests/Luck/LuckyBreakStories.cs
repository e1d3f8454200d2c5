using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Luck;

public sealed class LuckyBreakStories
{
    private static readonly LuckyBreakId First = new(Some.Workspace, 1);

    private static async Task<Story> AtTheQuestion()
    {
        var story = await ReviewStory.Started();
        await story.GoesTo(QuestionKind.GotLucky);
        return story;
    }

    private static async Task<(Story Story, MessageRef Answer)> Answered()
    {
        var story = await AtTheQuestion();
        return (story, await story.Replies("ben", "The backup had finished a minute before"));
    }

    private static async Task<Story> Accepted(string until = "2027-02-20")
    {
        var (story, _) = await Answered();
        await story.Presses("ana", "Accept the risk…");
        Assert.Empty(await story.Submits("ana", ("why", "The old disks go in March."), ("review", until)));
        return story;
    }

    private static async Task<Story> Safeguarded()
    {
        var (story, _) = await Answered();
        await story.Presses("ana", "Make it a safeguard…");
        Assert.Empty(await story.Submits("ana", ("text", "Back up before every migration"), ("owner", "ben")));
        return story;
    }

    private static Task<string> Card(Story story) => story.Card(CardKeys.LuckyBreak(First));

    private static async Task<LuckyBreak> Break(Story story) => (await story.Store.LuckyBreaks.FindAsync(First, CancellationToken.None))!;

    private static async Task<ActionItem> Item(Story story) => (await story.Store.ActionItems.FindAsync(new(Some.Workspace, 1), CancellationToken.None))!;

    [Fact]
    public async Task An_answer_about_luck_asks_once_what_shall_become_of_it()
    {
        var (story, _) = await Answered();
        Assert.Equal(["The backup had finished a minute before"], story.LastHeard.Select(heard => heard.Words.Split('\n')[0]["🍀 L-1 ".Length..]));
        story.Hears("Make it a safeguard…");
        story.Hears("Accept the risk…");
        await story.Replies("ana", "next");
        story.HearsNot("L-1");
    }

    [Fact]
    public async Task Each_answer_is_a_lucky_break_of_its_own()
    {
        var (story, _) = await Answered();
        await story.Replies("ana", "It was a quiet Sunday");
        story.Hears("L-2 It was a quiet Sunday");
        story.HearsNot("L-1");
    }

    [Fact]
    public async Task An_answer_to_another_question_is_none()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ben", "Checkout was down for an hour");
        story.HearsNothing();
        Assert.Empty(await story.Store.LuckyBreaks.ListAsync(Some.Workspace, 10, CancellationToken.None));
    }

    [Fact]
    public async Task An_answer_by_the_form_counts_too()
    {
        var story = await AtTheQuestion();
        await story.Presses("ben", "Answer in a form");
        await story.Submits("ben", ("text", "The intern was still awake"));
        story.Hears("L-1 The intern was still awake");
    }

    [Fact]
    public async Task Editing_the_answer_changes_the_card_and_asks_nothing_anew()
    {
        var (story, answer) = await Answered();
        await story.Edits("ben", answer, "The backup had finished an hour before");
        Assert.All(story.LastHeard, heard => Assert.True(heard.Update));
        Assert.Contains("an hour before", await Card(story), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_the_answer_takes_the_lucky_break_back()
    {
        var (story, answer) = await Answered();
        await story.Deletes("ben", answer);
        Assert.Equal("L-1 The answer was taken back.", await Card(story));
        await story.Says("ana", "/incident lucky all");
        story.Hears("No lucky break is on record yet");
    }

    [Fact]
    public async Task A_safeguard_is_an_action_item_that_begins_with_the_answer()
    {
        var (story, _) = await Answered();
        await story.Presses("ana", "Make it a safeguard…");
        Assert.Equal("The backup had finished a minute before", story.OpenForm!.Fields[0].Initial);
        await story.Submits("ana", ("text", "Back up before every migration"));
        var (item, one) = (await Item(story), await Break(story));
        Assert.Equal(("Back up before every migration", First), (item.Text, item.LuckyBreak));
        Assert.Equal((item.Id, Some.Ana.Ref, story.Time.GetUtcNow()), (one.Safeguard, one.DecidedBy?.Ref, one.DecidedAt));
    }

    [Fact]
    public async Task The_card_shows_the_safeguard_and_who_chose_it()
    {
        var card = await Card(await Safeguarded());
        Assert.Contains("becomes a safeguard: A-1, open, chosen by ana on 2026-11-22", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Make it a safeguard", card, StringComparison.Ordinal);
        Assert.Contains("Accept the risk instead…", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_safeguard_that_is_done_says_so()
    {
        var story = await Safeguarded();
        await story.Says("ben", "/incident done A-1");
        Assert.Contains("has its safeguard: ✅ A-1 is done", await Card(story), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_safeguard_that_is_dropped_leaves_it_to_be_decided_again()
    {
        var story = await Safeguarded();
        await story.Says("ben", "/incident drop A-1 too dear");
        var card = await Card(story);
        Assert.Contains("Its safeguard A-1 was dropped: too dear", card, StringComparison.Ordinal);
        Assert.Contains("Make it a safeguard…", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dropped_safeguard_that_is_opened_again_counts_again()
    {
        var story = await Safeguarded();
        await story.Says("ben", "/incident drop A-1 too dear");
        await story.Presses("ben", "Reopen");
        Assert.Contains("A-1, open", await Card(story), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_do_not_make_two_safeguards()
    {
        var (story, _) = await Answered();
        await story.Presses("ana", "Make it a safeguard…");
        var open = story.OpenForm!;
        await story.Submits("ana", ("text", "Back up before every migration"));
        await story.Does(new FormSubmitted(story.Time.GetUtcNow(), Some.Ben, Some.Room, open.Key, open.Context, new Dictionary<string, string> { ["text"] = "The same" }));
        story.Hears("L-1 becomes a safeguard: A-1");
        Assert.Single(await story.Store.ActionItems.OfIncidentAsync(Some.IncidentId, CancellationToken.None));
    }

    [Fact]
    public async Task A_risk_is_accepted_for_ninety_days_unless_said_otherwise()
    {
        var (story, _) = await Answered();
        await story.Presses("ana", "Accept the risk…");
        Assert.Equal("2027-02-20", story.OpenForm!.Fields[1].Initial);
    }

    [Fact]
    public async Task An_accepted_risk_says_why_until_when_and_whose_it_is()
    {
        var card = await Card(await Accepted());
        Assert.Contains("is an accepted risk, chosen by ana on 2026-11-22", card, StringComparison.Ordinal);
        Assert.Contains("The old disks go in March.\nana looks at it again on 2027-02-20.", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_risk_wants_a_reason_and_a_day_to_come()
    {
        var (story, _) = await Answered();
        await story.Presses("ana", "Accept the risk…");
        Assert.Equal(["review", "why"], (await story.Submits("ana", ("why", " "), ("review", "2026-01-01"))).Keys.Order());
    }

    [Fact]
    public async Task An_accepted_risk_can_become_a_safeguard_after_all()
    {
        var story = await Accepted();
        await story.Presses("ben", "Make it a safeguard…");
        await story.Submits("ben", ("text", "Back up before every migration"));
        Assert.Contains("A-1, open, chosen by ben", await Card(story), StringComparison.Ordinal);
        Assert.Null((await Break(story)).Accepted);
    }

    [Fact]
    public async Task Accepting_the_risk_leaves_the_action_item_to_its_owner()
    {
        var story = await Safeguarded();
        await story.Presses("ana", "Accept the risk instead…");
        await story.Submits("ana", ("why", "The old disks go in March."), ("review", "in 2 weeks"));
        story.Hears("A-1, which was to be the safeguard, stays open");
        Assert.Equal(ActionItemStatus.Open, (await Item(story)).Status);
    }

    [Fact]
    public async Task The_draft_names_what_is_undecided_and_is_made_all_the_same()
    {
        var (story, _) = await Answered();
        await story.Replies("ben", "It was a quiet Sunday");
        await story.Replies("ana", "done");
        story.Hears("2 lucky breaks have no safeguard yet: L-1, L-2.");
        Assert.Contains("→ L-1, still to be decided", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draft_shows_beside_the_answer_what_became_of_it()
    {
        var story = await Safeguarded();
        await story.Replies("ana", "done");
        Assert.Contains("The backup had finished a minute before — *ben*", story.LastFile().Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("→ L-1, safeguard A-1, open", story.LastFile(), StringComparison.Ordinal);
        story.HearsNot("no safeguard yet");
    }
}
