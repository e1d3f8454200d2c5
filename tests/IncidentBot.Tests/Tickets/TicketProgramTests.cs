using System.Net;
using IncidentBot.Core.ActionItems;
using IncidentBot.Tests.EndToEnd;
using Xunit;

namespace IncidentBot.Tests.Tickets;

[Collection(ProgramCollection.Name)]
public sealed class TicketProgramTests
{
    [Fact]
    public async Task An_item_gets_its_issue_which_is_closed_with_it_and_nothing_comes_back()
    {
        await using var program = await Ticketed();
        await program.SaysAsync("inc-1-checkout-is-failing", "/incident done A-1");
        await TicketProgram.UntilAsync(() => Task.FromResult(program.GitHub.Issues[0].State == "closed"), "the issue is closed");
        Assert.Equal(HttpStatusCode.Accepted, await program.TellsAsync(program.GitHub.Issues[0], "d1"));
        await program.AskTrackerAsync();
        await program.SettlesAsync();
        Assert.Equal("Ana", (await program.ItemAsync())!.ClosedBy!.Name);
        Assert.Single(program.GitHub.Issues[0].Comments);
        Assert.DoesNotContain("because", await program.ChatAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_is_heard_once_and_only_when_it_is_signed()
    {
        await using var program = await Ticketed();
        var closed = program.GitHub.Changes(1, "closed", "completed");
        Assert.Equal(HttpStatusCode.Unauthorized, await program.TellsAsync(closed, "d1", secret: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await program.TellsAsync(closed, "d1", secret: "test-secret-other"));
        Assert.Equal(HttpStatusCode.NoContent, await program.TellsAsync(closed, "d0", @event: "ping"));
        await program.SettlesAsync();
        Assert.Equal(ActionItemStatus.Open, (await program.ItemAsync())!.Status);

        Assert.Equal(HttpStatusCode.Accepted, await program.TellsAsync(closed, "d1"));
        await program.ItemIsAsync(item => item is { Status: ActionItemStatus.Done, ClosedBy.Name: "octocat" }, "the item is done");
        await program.SaysAsync("inc-1-checkout-is-failing", "/incident note somebody reopens it");
        var reopened = program.GitHub.Changes(1, "open", null);
        Assert.Equal(HttpStatusCode.Accepted, await program.TellsAsync(reopened, "d2"));
        await program.ItemIsAsync(item => item.Status is ActionItemStatus.Open, "the item is open again");
        Assert.Equal(HttpStatusCode.Accepted, await program.TellsAsync(reopened, "d2"));
        await program.SettlesAsync();
        Assert.Single(await program.EntriesAsync(), entry => entry == "A-1 opened again: octocat reopened acme/shop#1");
    }

    [Fact]
    public async Task What_no_webhook_told_is_found_by_asking()
    {
        await using var program = await Ticketed();
        program.GitHub.Changes(1, "closed", "not_planned");
        await program.AskTrackerAsync();
        await program.ItemIsAsync(item => item is { Status: ActionItemStatus.Dropped, DropReason: "octocat closed acme/shop#1 as not planned" }, "the item is dropped");
    }

    [Fact]
    public async Task Who_it_was_need_not_be_told()
    {
        await using var program = await Ticketed();
        program.GitHub.Changes(1, "closed", "completed");
        program.GitHub.Fails("GET", "/issues/1", 410, """{"message":"This issue was deleted"}""");
        await program.AskTrackerAsync();
        await program.ItemIsAsync(item => item.Status is ActionItemStatus.Done, "the item is done");
    }

    [Fact]
    public async Task A_tracker_that_fails_blocks_nothing_and_is_told_of_in_one_place()
    {
        await using var program = await TicketProgram.StartAsync();
        program.GitHub.Fails("POST", "/issues", 500);
        await program.BeginsAsync();
        await TicketProgram.UntilAsync(async () => (await program.ReadyAsync()).GetProperty("integrations").GetProperty("tickets").GetProperty("status").GetString() == "fault", "the fault is told of");
        var ready = await program.ReadyAsync();
        Assert.Equal("ok", ready.GetProperty("status").GetString());
        Assert.Contains("trouble (500)", ready.GetProperty("integrations").GetProperty("tickets").GetProperty("detail").GetString(), StringComparison.Ordinal);
        await program.SaysAsync("inc-1-checkout-is-failing", "/incident note the chat goes on");
        await TicketProgram.UntilAsync(async () => (await program.ChatAsync()).Contains("A-1", StringComparison.Ordinal), "the item's card stands");
        await program.ItemIsAsync(item => item.LiveTicket is not null, "GitHub works again and the issue is open");
        Assert.Single(program.GitHub.Issues);
        Assert.Equal("ok", (await program.ReadyAsync()).GetProperty("integrations").GetProperty("tickets").GetProperty("status").GetString());
    }

    private static async Task<TicketProgram> Ticketed()
    {
        var program = await TicketProgram.StartAsync();
        await program.BeginsAsync();
        await program.ItemIsAsync(item => item.LiveTicket is not null, "the issue is open");
        await program.SettlesAsync();
        return program;
    }
}
