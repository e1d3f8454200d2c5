using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Reflection;

public sealed class PulseStories
{
    private static async Task<Story> Published(bool isPrivate = false)
    {
        var story = await ReviewStory.Started(Some.Incident(IncidentStatus.Resolved) with { Private = isPrivate });
        await story.Replies("ana", "Checkout failed");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        return story;
    }

    private static async Task<IReadOnlyDictionary<string, string>> Gives(Story story, string who, int said, int systems, int change)
    {
        await story.Presses(who, "Give your pulse…");
        return await story.Submits(who, ("SaidIt", $"{said}"), ("Systems", $"{systems}"), ("Change", $"{change}"));
    }

    [Fact]
    public async Task A_published_postmortem_asks_the_room_once_how_the_review_was()
    {
        var story = await Published();
        Assert.Single(story.LastHeard, heard => heard.Words.Contains("How was the review for you?", StringComparison.Ordinal) && heard.Place == Some.Room);
        Assert.True((await story.Review()).PulseAsked);
    }

    [Fact]
    public async Task Publishing_it_anew_asks_nothing_again()
    {
        var story = await ReviewStory.Started();
        await story.Has(new ReflectionRound { Id = RoundId.PulseOf(Some.IncidentId), Place = Some.Room, Incident = Some.IncidentId, Week = Some.Time });
        await story.Has((await story.Review()) with { PulseAsked = true, Status = PostmortemStatus.Reviewed, DraftedAt = Some.Time });
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
        story.HearsNot("How was the review for you?");
    }

    [Fact]
    public async Task The_form_holds_three_statements_from_one_to_five()
    {
        var story = await Published();
        await story.Presses("ben", "Give your pulse…");
        Assert.Equal(["SaidIt", "Systems", "Change"], story.OpenForm!.Fields.Select(field => field.Id));
        Assert.Equal(["Change", "Systems"], (await story.Submits("ben", ("SaidIt", "5"), ("Systems", "6"))).Keys.Order());
    }

    [Fact]
    public async Task Only_counts_are_kept()
    {
        var story = await Published();
        Assert.Empty(await Gives(story, "ben", 5, 4, 3));
        Assert.Empty(await Gives(story, "ana", 5, 1, 3));
        var round = (await story.Store.Reflections.FindAsync(RoundId.PulseOf(Some.IncidentId), CancellationToken.None))!;
        Assert.Equal(["SaidIt 0 0 0 0 2", "Systems 1 0 0 1 0", "Change 0 0 2 0 0"], round.Pulse.Select(counted => $"{counted.Statement} {string.Join(' ', counted.Counts)}"));
    }

    [Fact]
    public async Task Nobody_gives_it_twice()
    {
        var story = await Published();
        await Gives(story, "ben", 5, 4, 3);
        Assert.Single(await Gives(story, "ben", 1, 1, 1));
    }

    [Fact]
    public async Task From_five_on_averages_and_counts_are_shown()
    {
        var story = await Published();
        for (var number = 1; number <= 4; number++) await Gives(story, $"person{number}", number, 5, 5);
        await story.Says("ana", "/incident reflect results");
        story.Hears("4 of 5 answers so far.");
        await Gives(story, "person5", 5, 5, 5);
        await story.Says("ana", "/incident reflect results");
        story.Hears("Pulse after the review of INC-1");
        story.Hears("5 answers, from 1 (not at all) to 5 (fully).");
        story.Hears("I could say what I saw and did without worrying how it would look. | 3.0 | 1 | 1 | 1 | 1 | 1");
    }

    [Fact]
    public async Task Elsewhere_it_is_shown_by_the_incidents_number_to_those_who_may_see_it()
    {
        var story = await Published(isPrivate: true);
        for (var number = 1; number <= 5; number++) await Gives(story, $"person{number}", number, 5, 5);
        await story.Says("ana", "/incident reflect INC-1 results", place: Some.Place("general"));
        story.Hears("3.0");
        await story.Says("chidi", "/incident reflect INC-1 results", place: Some.Place("general"));
        story.HearsNot("3.0");
    }
}
