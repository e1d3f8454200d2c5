using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Policy;

public sealed class PolicyStories
{
    private static readonly TimeSpan ToMonday = TimeSpan.FromHours(19);
    private static readonly PolicySettings HaltAlone = new() { IncidentShare = null, ClassShare = null };

    [Fact]
    public async Task A_spent_budget_is_told_once_to_the_owners_in_the_room_of_the_slo()
    {
        var story = await PolicyStory.Of(agreed: HaltAlone);
        await story.Charged(minutes: 48);
        Assert.Equal("""
            Error budget spent · checkout-availability
            As agreed, changes to what checkout-availability depends on stop now, except urgent (P0) fixes and security fixes.
            Why: 119 % of the 28-day budget was spent (stated by people).
            Incident: INC-1
            Since: 2026-11-22 14:01 UTC
            Until: at least 2 % of the budget is left again
            Owners: @ana, the checkout team
            Acknowledged: not yet
            Seen it? /incident policy ack checkout-availability. If it must not hold this time: /incident policy override checkout-availability REASON.
            [Acknowledge] [Set aside…]
            """, story.LastHeard.Single(heard => heard.Place == PolicyStory.Team && heard.Words.StartsWith("Error budget spent", StringComparison.Ordinal)).Words);
        Assert.Contains(story.Store.Entries, entry => entry.Incident == Some.IncidentId && entry.Text.StartsWith("Error budget policy: As agreed, changes to what checkout-availability", StringComparison.Ordinal));
        await story.Passes(TimeSpan.FromMinutes(5));
        story.HearsNothing();
    }

    [Fact]
    public async Task It_is_acknowledged_by_its_button_and_shown_so()
    {
        var story = await PolicyStory.Of(agreed: HaltAlone);
        await story.Charged(minutes: 48);
        var card = story.Chat.Heard.Last(heard => heard.Words.StartsWith("Error budget spent", StringComparison.Ordinal)).Message!;
        await story.Presses("ben", "Acknowledge");
        story.Hears("ben acknowledged checkout-availability: the budget is spent, only urgent and security fixes.");
        Assert.Contains("Acknowledged: by ben", CardWords.Of(story.Chat.Standing[card]), StringComparison.Ordinal);
        Assert.DoesNotContain("[Acknowledge]", CardWords.Of(story.Chat.Standing[card]), StringComparison.Ordinal);
        await story.Says("ana", "/incident policy ack checkout-availability");
        story.Hears("It is acknowledged already.");
    }

    [Fact]
    public async Task It_ends_once_when_budget_is_left_again()
    {
        var story = await PolicyStory.Of(agreed: HaltAlone);
        await story.Charged(minutes: 48);
        await story.Passes(TimeSpan.FromDays(28));
        story.Hears("The error budget of checkout-availability is back: changes go on as usual.");
        Assert.Equal(ConsequenceEnd.Within, (await story.Only(PolicyRule.BudgetExhausted)).EndedBy);
        await story.Passes(TimeSpan.FromMinutes(5));
        story.HearsNot("is back");
    }

    [Fact]
    public async Task What_stands_is_said_every_week_until_it_ends()
    {
        var story = await PolicyStory.Of(agreed: HaltAlone);
        await story.Charged(minutes: 39.5);
        await story.Passes(ToMonday);
        Assert.DoesNotContain(story.LastHeard, heard => heard.Words.Contains("only urgent and security fixes", StringComparison.Ordinal));
        await story.Charged(minutes: 41);
        await story.Passes(TimeSpan.FromDays(7));
        story.Hears("This week: rules of the error budget policy that apply");
        story.Hears("checkout-availability: the budget is spent, only urgent and security fixes, 101.7 % of the budget (stated by people), since 2026-11-23 09:02 UTC until at least 2 % of the budget is left again. Not acknowledged yet. Now 101.7 % (stated by people).");
        story.Hears("Not acknowledged yet: checkout-availability (@ana, the checkout team)");
        await story.Presses("chidi", "Acknowledge checkout-availability");
        await story.Passes(TimeSpan.FromDays(7));
        story.Hears("Acknowledged by chidi.");
        story.HearsNot("Not acknowledged yet: checkout-availability (");
    }

    [Fact]
    public async Task The_policy_shows_what_is_agreed_and_what_stands()
    {
        var story = await PolicyStory.Of();
        await story.Says("ana", "/incident policy");
        story.Hears("When the error budget of an SLO's window is spent, changes stop");
        story.Hears("When one incident takes more than 20 % of a window's budget");
        story.Hears("No rule applies now.");
        await story.Charged(minutes: 48);
        await story.Says("ana", "/incident policy");
        story.Hears("checkout-availability/INC-1: its postmortem needs a P0 action item, 119 % of the budget (stated by people)");
        await story.Says("ana", "/incident policy ack");
        story.Hears("Which one? These stand: checkout-availability, checkout-availability/INC-1.");
        await story.Says("ana", "/incident policy ack inc-1");
        story.Hears("ana acknowledged checkout-availability/INC-1");
        await story.Says("ana", "/incident policy shrug");
        story.Hears("I understand /incident policy,");
    }

    [Fact]
    public async Task What_begins_by_a_figure_of_just_now_is_shown_at_once()
    {
        var story = await PolicyStory.Of(agreed: HaltAlone);
        await story.Says("ana", "/incident charge checkout-availability 100% 13:00-13:48");
        await story.Says("ana", "/incident policy");
        story.Hears("checkout-availability: the budget is spent, only urgent and security fixes, 119 % of the budget (stated by people)");
        story.Hears("It begins now: within a minute it is told where it belongs, and can be acknowledged.");
        await story.Says("ana", "/incident policy ack checkout");
        story.Hears("It begins now");
        await story.Passes(TimeSpan.FromMinutes(2));
        story.Hears("Error budget spent · checkout-availability");
        await story.Says("ana", "/incident policy");
        story.HearsNot("It begins now");
    }

    [Fact]
    public async Task What_a_figure_of_just_now_ends_is_no_longer_shown()
    {
        var story = await PolicyStory.Of(agreed: HaltAlone);
        await story.Charged(minutes: 48);
        await story.Says("ana", "/incident charge checkout-availability 10% 13:00-13:20");
        await story.Says("ana", "/incident policy");
        story.Hears("No rule applies now.");
    }

    [Fact]
    public async Task A_secret_in_a_reason_or_in_a_kind_goes_to_no_other_room()
    {
        var secret = "AKIA" + "IOSFODNN7EXAMPLE";
        var story = await PolicyStory.Of(agreed: HaltAlone);
        await story.Charged(minutes: 48);
        await story.Says("ana", $"/incident policy override checkout-availability the key {secret} is changed");
        story.Hears("ana set checkout-availability aside: the key [masked: ");
        story.HearsNot(secret);
        await story.Says("ana", $"/incident class leaked {secret}");
        Assert.DoesNotContain(secret, (await story.Incident()).Class, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_set_aside_for_a_reason_and_taken_up_again()
    {
        var story = await PolicyStory.Of(agreed: HaltAlone);
        await story.Charged(minutes: 48);
        await story.Says("ana", "/incident policy override checkout-availability");
        story.Hears("Why does checkout-availability not hold this time?");
        await story.Presses("ana", "Set aside…");
        Assert.Equal("Say in a sentence why it does not hold this time. The reason stays on record.", (await story.Submits("ana", ("reason", " ")))["reason"]);
        await story.Says("ana", "/incident policy override checkout-availability the sale ends on friday");
        story.Hears("ana set checkout-availability aside: the sale ends on friday");
        await story.Says("ana", "/incident policy");
        story.Hears("Set aside by ana: the sale ends on friday");
        await story.Says("ben", "/incident policy ack checkout-availability");
        Assert.Equal(ConsequenceStatus.Acknowledged, (await story.Only(PolicyRule.BudgetExhausted)).Status);
    }

    [Fact]
    public async Task What_a_private_incident_did_is_told_in_its_room_alone()
    {
        var story = await PolicyStory.Of(Some.Incident(IncidentStatus.Resolved) with { Private = true });
        await story.Charged(minutes: 20, secret: true);
        Assert.Equal([Some.Room], story.LastHeard.Select(heard => heard.Place).Distinct());
        story.Hears("INC-1 needs a published postmortem with at least one P0 action item");
        await story.Says("chidi", "/incident policy", place: Some.Place("general"));
        story.Hears("No rule applies now.");
        await story.Says("ana", "/incident policy");
        story.Hears("checkout-availability/INC-1: its postmortem needs a P0 action item");
    }

    [Fact]
    public async Task A_rule_that_is_no_longer_agreed_ends()
    {
        var story = await PolicyStory.Of(agreed: new() { HaltWhenExhausted = false, IncidentShare = null });
        await story.Charged(minutes: 48);
        story.HearsNot("As agreed");
        await story.Has(new Consequence { Slo = "search", Rule = PolicyRule.BudgetExhausted, Occasion = "2026-11-01", Workspace = Some.Workspace, Spent = 1, Method = Core.Slos.Budgets.BudgetMethod.Measured, Since = Some.Time });
        await story.Passes(TimeSpan.FromMinutes(2));
        story.Hears("search no longer applies: the rule or the SLO was taken out of the settings.");
    }

    [Fact]
    public async Task Without_slos_there_is_no_policy()
    {
        var story = new Story { Room = Some.Room };
        await story.Says("ana", "/incident policy");
        story.Hears("No SLO is set up, so there is no error budget and nothing follows from it.");
    }
}
