using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Blameless;

public sealed class RoleNamesStories
{
    private static readonly BotSettings ByRole = Some.Settings with { Blameless = new() { PublishRoles = true } };

    [Fact]
    public async Task A_draft_names_roles_in_bylines_and_in_texts()
    {
        var story = await Drafted(ByRole);
        var file = story.LastFile();
        Assert.DoesNotMatch("(?i)\\b(ana|ben|chidi)\\b", file);
        Assert.Contains("The incident commander saw it first and responder 2 rolled back — *responder 1*", file, StringComparison.Ordinal);
        Assert.Contains("| responder 2 | A-1 Add a canary, with the incident commander", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cards_in_the_room_still_say_who_does_what()
    {
        var story = await Drafted(ByRole);
        var cards = story.LastHeard.Where(heard => heard.Words.Contains("Add a canary", StringComparison.Ordinal));
        Assert.All(cards, card => Assert.Contains("ben", card.Words, StringComparison.Ordinal));
        Assert.NotEmpty(cards);
    }

    [Fact]
    public async Task The_timeline_file_names_roles()
    {
        var story = await Drafted(ByRole);
        await story.Says("ana", "/incident timeline all");
        Assert.DoesNotMatch("(?i)\\b(ana|ben|chidi)\\b", story.LastFile());
        Assert.Contains("**the incident commander** who is on it? Responder 2?", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_keeps_the_name_of_the_machine_that_sent_it()
    {
        var story = new Story(ByRole) { Room = Some.Room };
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Version = 0 });
        await story.Says("PagerDuty", "the error rate is high");
        await story.Says("ben", "I see it, PagerDuty was right");
        await story.Says("ana", "/incident timeline all");
        Assert.Contains("**PagerDuty** the error rate is high", story.LastFile(), StringComparison.Ordinal);
        Assert.Contains("**responder 2** I see it, PagerDuty was right", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_stand_where_nothing_else_is_set() => Assert.Contains("chidi saw it first and @ben rolled back — *ana*", (await Drafted(Some.Settings)).LastFile(), StringComparison.Ordinal);

    private static async Task<Story> Drafted(BotSettings settings)
    {
        var story = new Story(settings) { Room = Some.Room };
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Version = 0, Roles = [new(RoleHolder.Commander, Some.Chidi)] });
        await story.Says("chidi", "who is on it? @ben?");
        await story.Says("ben", "me");
        await story.Says("ana", "/incident postmortem");
        await story.Replies("ana", "chidi saw it first and @ben rolled back");
        await story.GoesTo(QuestionKind.ActionItems);
        await story.Replies("ana", "Add a canary, with chidi @ben");
        await story.Replies("ana", "done");
        return story;
    }
}
