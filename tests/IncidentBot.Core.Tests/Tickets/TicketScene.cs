using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Tickets;
using Xunit;

namespace IncidentBot.Core.Tests.Tickets;

/// <summary>A story with a tracker.</summary>
internal sealed class TicketScene
{
    public TicketScene(TicketSettings settings)
    {
        Story = new(Some.Settings with { Tickets = settings });
        Tracker = new(Story.Time);
        Story.Outlets.Add(Tracker);
    }

    public Story Story { get; }

    public StoryTracker Tracker { get; }

    public async Task<ActionItem> Item(int number = 1) => (await Story.Store.ActionItems.FindAsync(new(Some.Workspace, number), CancellationToken.None))!;

    public Task<string> Card(int number = 1) => Story.Card(CardKeys.ActionItem(new(Some.Workspace, number)));

    /// <summary>An incident with one item whose ticket is open.</summary>
    public async Task WithTicket(string start = "/incident start checkout is failing")
    {
        await Story.Says("ana", start);
        await Story.Says("ana", "/incident action Add a canary @ben");
        if ((await Item()).Ticket is null) await Story.Says("ana", "/incident ticket A-1");
        Assert.NotNull((await Item()).LiveTicket);
    }

    /// <summary>The tracker tells that somebody changed the ticket there.</summary>
    public Task Changes(ActionItemStatus stands, string? reason = null, TimeSpan after = default) =>
        Story.Does(new TicketChanged(Story.Time.GetUtcNow() + after, Octocat, Story.Room, new(Some.Workspace, 1), "id1", stands, reason));

    private static Person Octocat => new(new(Some.Workspace, "github:octocat"), "octocat");
}
