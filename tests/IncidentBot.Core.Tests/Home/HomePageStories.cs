using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Home;

public sealed class HomePageStories
{
    private readonly Story _story = new();

    [Fact]
    public async Task An_empty_page_says_so_and_what_to_do()
    {
        var page = await Page("ana");
        Assert.Contains("You have no open action items.", page, StringComparison.Ordinal);
        Assert.Contains("No incident is open. To declare one: /incident start", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_items_stand_with_their_buttons_the_most_urgent_first()
    {
        await _story.Says("ana", "/incident start checkout is failing sev2");
        await _story.Says("ana", "/incident action Add a canary @ana due in 2 weeks");
        await _story.Says("ana", "/incident action Write the runbook @ana due tomorrow");
        await _story.Says("ana", "/incident action Add an alert @ben");
        _story.Time.Advance(TimeSpan.FromDays(3));

        var page = await Page("ana");

        Assert.Matches("(?s)A-2 Write the runbook — 2 days overdue.*\\[A-2 is done\\].*A-1 Add a canary.*\\[A-1 is done\\]", page);
        Assert.DoesNotContain("Add an alert", page, StringComparison.Ordinal);
        Assert.Contains("INC-1 checkout is failing — SEV2 · Investigating · #inc-1-checkout-is-failing", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_incident_stands_on_the_pages_of_those_who_see_it()
    {
        await _story.Says("ana", "/incident start private card data in a log");
        Assert.Contains("card data", await Page("ana"), StringComparison.Ordinal);
        Assert.DoesNotContain("card data", await Page("ben"), StringComparison.Ordinal);
    }

    private async Task<string> Page(string who)
    {
        await _story.Does(new HomeOpened(_story.Time.GetUtcNow(), _story[who], Some.Place(who)));
        return CardWords.Of(_story.Chat.Homes[_story[who].Ref]);
    }
}
