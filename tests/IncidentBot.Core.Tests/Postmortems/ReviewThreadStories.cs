using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems;

public sealed class ReviewThreadStories
{
    [Fact]
    public async Task The_review_is_walked_from_the_first_question_to_the_draft()
    {
        var story = await ReviewStory.Started();
        story.Hears("Postmortem review · INC-1 checkout is failing");
        story.Hears("1 of 10 · Summary");

        var reply = await story.Replies("ben", "Checkout failed for everybody because the cache was cold.");
        story.HearsNothing();
        Assert.Contains((reply, "✅"), story.Chat.Reactions);

        await story.Replies("ana", "next");
        story.Hears("2 of 10 · Impact");
        await story.Replies("ana", "Skip.");
        story.Hears("3 of 10 · Root causes");
        await story.GoesTo(QuestionKind.ActionItems);
        await story.Replies("ben", "Write a runbook for cold caches @ana p1");
        story.Hears("A-1");
        await story.Replies("ben", "DONE!");

        story.Hears("Part 1. What happened?");
        story.Hears("Checkout failed for everybody because the cache was cold. — ben");
        story.Hears("ana | A-1 Write a runbook for cold caches | P1 | none");
        Assert.Contains("Checkout failed for everybody because the cache was cold. — *ben*", story.LastFile(), StringComparison.Ordinal);
        Assert.Equal("INC-1-postmortem.md", story.Chat.Files[^1].FileName);
    }

    [Fact]
    public async Task Who_steers_beside_the_thread_is_told_once_where_the_question_stands()
    {
        var story = await ReviewStory.Started();
        await story.Says("ben", "next");
        story.Hears("The postmortem review goes on in its thread. The question there: Summary.");
        await story.Says("ben", "skip");
        await story.Says("ana", "done");
        story.HearsNothing();
    }

    [Fact]
    public async Task What_was_recorded_since_the_declaration_is_asked_about_and_stands_in_the_draft()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing sev2");
        await story.Says("ben", "/incident trigger at 13:50 deploy 4711", place: story.Room);
        await story.Says("ana", "/incident detection at 13:58 the error rate alert fired");
        await story.Says("chidi", "rolling back");
        await story.Passes(TimeSpan.FromMinutes(40));
        await story.Says("ana", "/incident resolve rolled back 4711");
        await story.Presses("ana", "Start the postmortem");
        await story.GoesTo(QuestionKind.Resolution);
        story.Hears("“rolled back 4711” ana during the incident");
        await story.Presses("ben", "Use it");
        await story.Replies("ana", "done");

        story.Hears("rolled back 4711 — ana, confirmed by ben");
        story.Hears("deploy 4711 — ben, during the incident");
        story.Hears("1 of 1 messages, 0 gaps.");
        Assert.Contains("**chidi** rolling back", story.LastFile(), StringComparison.Ordinal);
        Assert.Contains("| TTM, time to mitigate | Unknown. Nobody has stated when it was mitigated. |", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_of_the_review_is_said_in_its_thread_and_only_pointers_in_the_room()
    {
        var story = await ReviewStory.Started();
        var head = await story.MessageOf(CardKeys.Review(Some.IncidentId));
        await story.Replies("ana", "done");
        var thread = new Place(head.Channel, head.Id);
        Assert.Equal(["Postmortem review of INC-1", "The postmortem of INC-1 stands as a draft in the review thread."], story.Chat.Heard.Where(heard => heard is { Update: false } && heard.Place == Some.Room).Select(heard => heard.Card.Fallback));
        Assert.Equal(thread, story.Chat.Files[^1].To);
    }

    [Fact]
    public async Task An_open_incident_is_resolved_first()
    {
        var story = await ReviewStory.Of(Some.Incident());
        await story.Says("ana", "/incident postmortem");
        story.Hears("INC-1 is still open. Resolve it first with /incident resolve TEXT");
        Assert.Null(await story.Store.Postmortems.FindAsync(Some.IncidentId, CancellationToken.None));
    }

    [Fact]
    public async Task The_button_of_the_resolved_incident_starts_it()
    {
        var story = await ReviewStory.Of();
        await story.Does(new ButtonPressed(Some.Time, Some.Ana, Some.Room, null, ReviewButton.Start, "INC-1"));
        story.Hears("1 of 10 · Summary");
    }

    [Fact]
    public async Task Weeks_later_it_goes_on_where_it_stood_as_the_same_review()
    {
        var story = await ReviewStory.Started();
        await story.GoesTo(QuestionKind.Trigger);
        await story.Passes(TimeSpan.FromDays(30));
        await story.Says("chidi", "/incident postmortem");
        story.Hears("4 of 10 · Trigger");
        story.Hears("The postmortem review goes on in its thread. The question there: Trigger.");
        Assert.Single(story.Chat.Heard, heard => heard is { Update: false, Card.Fallback: "Postmortem review of INC-1" });

        await story.Replies("chidi", "a deploy");
        Assert.Equal(["chidi: a deploy"], await story.Answers(QuestionKind.Trigger));
    }

    [Fact]
    public async Task Asked_for_in_its_own_thread_it_says_nothing_in_the_room()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "/incident postmortem");
        story.HearsNot("goes on in its thread");
        story.Hears("1 of 10 · Summary");
    }

    [Fact]
    public async Task Asked_for_from_another_room_it_tells_where_it_is()
    {
        var story = await ReviewStory.Of();
        await story.Says("chidi", "/incident postmortem INC-1", place: Some.Place("general"));
        story.Hears("The postmortem of INC-1 is in its review thread in #inc-1-checkout-is-failing.");
        Assert.Equal(QuestionKind.Summary, await story.Standing());
    }

    [Fact]
    public async Task A_private_one_is_not_started_by_who_does_not_see_it()
    {
        var story = await ReviewStory.Of(Some.Incident(IncidentStatus.Resolved) with { Private = true });
        await story.Says("chidi", "/incident postmortem INC-1", place: Some.Place("general"));
        story.Hears("There is no such incident that you can see");
        Assert.Null(await story.Store.Postmortems.FindAsync(Some.IncidentId, CancellationToken.None));
    }

    [Fact]
    public async Task Where_there_is_no_incident_it_says_how_to_name_one()
    {
        var story = new Story();
        await story.Says("ana", "/incident postmortem");
        story.Hears("/incident postmortem INC-3");
    }

    [Fact]
    public async Task Words_that_it_does_not_know_get_the_forms_that_work()
    {
        var story = await ReviewStory.Of();
        await story.Says("ana", "/incident postmortem please");
        story.Hears("/incident postmortem review @ana @ben");
    }

    [Fact]
    public async Task What_is_said_in_the_room_meanwhile_stays_out_of_it()
    {
        var story = await ReviewStory.Started();
        await story.Says("ben", "lunch?");
        Assert.Empty((await story.Review()).Answers);
        Assert.Contains(story.Store.Entries, entry => entry.Text == "lunch?");
    }

    [Fact]
    public async Task What_is_said_in_it_stays_out_of_the_timeline()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ben", "the cache was cold");
        Assert.DoesNotContain(story.Store.Entries, entry => entry.Text == "the cache was cold");
    }

    [Fact]
    public async Task In_a_room_that_served_several_incidents_its_thread_tells_which_one_is_meant()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "done");
        await story.Has(Some.Incident() with { Id = new(Some.Workspace, 2), HeardFrom = story.Time.GetUtcNow(), Version = 0 });
        await story.Replies("ana", "/incident postmortem review @ben");
        story.Hears("ana asks ben to review");
        await story.Says("ana", "/incident postmortem");
        story.Hears("INC-2 is still open");
    }

    [Fact]
    public async Task With_the_room_of_a_private_one_gone_who_sees_it_reads_it_directly()
    {
        var story = await ReviewStory.Of(Some.Incident(IncidentStatus.Resolved) with { RoomGone = true, Private = true });
        await story.Says("ana", "/incident postmortem INC-1", place: Some.Place("general"));
        Assert.Empty(story.Chat.Files);
        Assert.Contains(story.LastHeard, heard => heard.Place == Some.Place("dm-ana") && heard.Words.Contains("Part 1. What happened?", StringComparison.Ordinal));
        Assert.All(story.LastHeard.Where(heard => heard.Place == Some.Place("general")), heard => Assert.Equal(Some.Ana.Ref, heard.OnlyTo));
    }

    [Fact]
    public async Task With_its_room_gone_what_there_is_can_still_be_had_as_a_file()
    {
        var story = await ReviewStory.Of(Some.Incident(IncidentStatus.Resolved) with { RoomGone = true });
        await story.Says("ana", "/incident postmortem INC-1", place: Some.Place("general"));
        Assert.Equal(Some.Place("general"), story.Chat.Files.Single().To);
    }
}
