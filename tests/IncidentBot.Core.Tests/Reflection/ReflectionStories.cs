using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Reflection;

public sealed class ReflectionStories
{
    private static readonly RoundId First = RoundId.Numbered(Some.Workspace, 1);

    private readonly Story _story = new();

    private async Task<ReflectionRound> Round() => (await _story.Store.Reflections.FindAsync(First, CancellationToken.None))!;

    private async Task<IReadOnlyDictionary<string, string>> Answers(string who, string text, string button = "Answer the first…")
    {
        await _story.Presses(who, button);
        return await _story.Submits(who, ("text", text));
    }

    private async Task Answered(int count)
    {
        await _story.Says("ana", "/incident reflect");
        for (var number = 1; number <= count; number++) Assert.Empty(await Answers($"person{number}", $"When pager {number} goes off"));
    }

    [Fact]
    public async Task The_team_is_asked_the_two_exercises_on_one_card()
    {
        await _story.Says("ana", "/incident reflect");
        var heard = Assert.Single(_story.LastHeard);
        Assert.Equal(Some.Place("general"), heard.Place);
        Assert.Null(heard.OnlyTo);
        Assert.Equal("""
            Two questions about how we work
            1. In which situations would it help our team if everybody could ask, disagree or own up to a slip without worry?
            2. Is blamelessness within our reach? What would bring us, and those who lead us, closer to it?
            Answers are anonymous: neither who gave one nor when is stored. You have four weeks.
            From 5 answers on, /incident reflect results shows them.
            [Answer the first…] [Answer the second…]
            """, heard.Words);
    }

    [Fact]
    public async Task While_a_round_is_open_no_second_one_begins()
    {
        await _story.Says("ana", "/incident reflect");
        await _story.Says("ben", "/incident reflect");
        Assert.Equal(Some.Ben.Ref, Assert.Single(_story.LastHeard).OnlyTo);
        Assert.Single(await _story.Store.Reflections.InChannelAsync(Some.Place("general").Channel, CancellationToken.None));
    }

    [Fact]
    public async Task A_round_that_is_asked_at_the_end_of_a_week_is_open_for_four_weeks_too()
    {
        await _story.Says("ana", "/incident reflect");
        await _story.Passes(TimeSpan.FromDays(28));
        Assert.Empty(await Answers("ben", "When I am new"));
        Assert.Single((await Round()).Written);
    }

    [Fact]
    public async Task After_four_weeks_a_round_is_over_and_the_next_can_begin()
    {
        await _story.Says("ana", "/incident reflect");
        await _story.Passes(TimeSpan.FromDays(29));
        await _story.Presses("ben", "Answer the first…");
        _story.Hears("This round is over. /incident reflect begins a new one.");
        await _story.Says("ben", "/incident reflect");
        Assert.Equal(2, (await _story.Store.Reflections.InChannelAsync(Some.Place("general").Channel, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task An_answer_is_taken_without_a_word()
    {
        await Answered(1);
        _story.HearsNothing();
        Assert.Equal(["When pager 1 goes off"], (await Round()).To(Exercise.Safety));
    }

    [Fact]
    public async Task Nothing_that_is_stored_tells_who_answered_or_when()
    {
        await _story.Says("ana", "/incident reflect");
        _story.Time.Advance(TimeSpan.FromHours(50));
        var commits = new List<string>();
        _story.Store.Committing += commit => commits.Add(BotJson.Write(commit.Deliveries) + BotJson.Write(commit.Decision.Save.Cast<object>()) + BotJson.Write(commit.Decision.Once) + BotJson.Write(commit.Decision.Say.Cast<object>()));
        await Answers("zoe-7731", "When I broke the build");
        var stored = Assert.Single(commits);
        Assert.Contains("When I broke the build", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("zoe-7731", stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("2026-11-24", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_in_which_answers_came_is_not_kept()
    {
        await Answered(6);
        Assert.NotEqual(Enumerable.Range(1, 6).Select(number => $"When pager {number} goes off"), (await Round()).To(Exercise.Safety));

        var other = new ReflectionStories();
        await other._story.Says("ana", "/incident reflect");
        for (var number = 6; number >= 1; number--) await other.Answers($"person{number}", $"When pager {number} goes off");
        Assert.Equal((await Round()).To(Exercise.Safety), (await other.Round()).To(Exercise.Safety));
    }

    [Fact]
    public async Task Nobody_answers_twice_and_the_form_says_so()
    {
        await Answered(1);
        Assert.Contains("You have answered this already", Assert.Single(await Answers("person1", "And another")).Value, StringComparison.Ordinal);
        Assert.Empty(await Answers("person1", "And the other question", "Answer the second…"));
        Assert.Equal(2, (await Round()).Written.Count);
    }

    [Fact]
    public async Task Two_submissions_at_once_count_as_one()
    {
        await _story.Says("ana", "/incident reflect");
        await _story.Presses("ben", "Answer the first…");
        var form = _story.OpenForm!;
        var submitted = new FormSubmitted(_story.Time.GetUtcNow(), Some.Ben, _story.Room, form.Key, form.Context, new Dictionary<string, string> { ["text"] = "When I am new" });
        await _story.Does(submitted);
        await _story.Does(submitted);
        Assert.Single((await Round()).Written);
    }

    [Fact]
    public async Task A_submission_that_still_has_a_name_is_not_taken()
    {
        await _story.Says("ana", "/incident reflect");
        await _story.Presses("ben", "Answer the first…");
        var form = _story.OpenForm!;
        var named = new FormSubmitted(_story.Time.GetUtcNow(), Some.Ben, _story.Room, form.Key, form.Context, new Dictionary<string, string> { ["text"] = "When I am new" });
        Assert.Empty(Routing.Decide(named, Some.Situation() with { Round = await Round() }).Save);
    }

    [Fact]
    public async Task Four_answers_are_not_shown()
    {
        await Answered(4);
        await _story.Says("ana", "/incident reflect results");
        _story.Hears("4 of 5 answers so far.");
        _story.HearsNot("pager");
    }

    [Fact]
    public async Task Five_answers_are_shown_to_who_asks()
    {
        await Answered(5);
        _story.Hears("There are enough answers to read: /incident reflect results");
        await _story.Says("ana", "/incident reflect results");
        Assert.All(_story.LastHeard, heard => Assert.Equal(Some.Ana.Ref, heard.OnlyTo));
        _story.Hears("5 answers, in no order.");
        _story.Hears("• When pager 5 goes off");
        _story.Hears("0 of 5 answers so far.");
    }

    [Fact]
    public async Task Results_stay_in_the_channel_where_was_asked()
    {
        await Answered(5);
        await _story.Says("ana", "/incident reflect results", place: Some.Place("elsewhere"));
        _story.Hears("Nobody has been asked here yet.");
    }

    [Fact]
    public async Task A_secret_in_an_answer_is_masked_and_nobody_is_told_whose_it_was()
    {
        await _story.Says("ana", "/incident reflect");
        await Answers("ben", "When https://deploy:test-secret@ci.example/job stands in a runbook");
        _story.HearsNothing();
        Assert.DoesNotContain("test-secret", Assert.Single((await Round()).Written).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_answer_and_one_too_long_are_told_in_the_form()
    {
        await _story.Says("ana", "/incident reflect");
        Assert.Equal(["text"], (await Answers("ben", " ")).Keys);
        Assert.Equal(["text"], (await Answers("ben", new string('x', 1001))).Keys);
    }

    [Fact]
    public async Task Other_words_are_answered_with_what_is_understood()
    {
        await _story.Says("ana", "/incident reflect loudly");
        _story.Hears("I understand /incident reflect, which");
    }
}
