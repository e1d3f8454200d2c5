using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tickets;
using IncidentBot.Tests.Tickets.GitHub;
using IncidentBot.Tests.Tickets.Jira;
using IncidentBot.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Tickets;

/// <summary>The way out to a tracker as the program wires it, against a double, with a clock that stands.</summary>
internal sealed class TrackerUnderTest : IDisposable
{
    private static readonly Person Ana = new(new("local", "ana"), "ana");
    private static readonly Place Room = new(new("local", "inc-1"));
    private readonly ServiceProvider _services;

    public TrackerUnderTest(TicketsOptions options) => _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time).AddTickets(options).BuildServiceProvider();

    public static TicketsOptions GitHub(GitHubDouble github) => new() { GitHub = new() { Token = GitHubDouble.Token, Owner = "acme", Repository = "shop", ApiBaseUrl = github.Url, Labels = ["postmortem"] } };

    public static TicketsOptions Jira(JiraDouble jira) => new() { Jira = new() { BaseUrl = jira.Url, Email = JiraDouble.Email, ApiToken = JiraDouble.ApiToken, Project = "OPS" } };

    public FakeTimeProvider Time { get; } = new(new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero));

    public ITracker Tracker => _services.GetRequiredService<ITracker>();

    public TrackerLine Line => _services.GetRequiredService<TrackerLine>();

    public string? Fault => Assert.Single(_services.GetServices<IIntegrationHealth>()).Fault;

    public async Task<TrackedTicket> OpensAsync(string title = "Add a canary", int item = 7, bool again = false)
    {
        var told = await DoAsync(Open(title, item), new("out:1", again ? Time.GetUtcNow() : null));
        return Assert.IsType<TicketOpened>(told).Ticket;
    }

    public async Task<TicketMoved> MovesAsync(TrackedTicket ticket, ActionItemStatus to, bool again = false) =>
        Assert.IsType<TicketMoved>(await DoAsync(new MoveTicket(new("local", 7), ticket, to, "A-7 is done, said @ben.", Room, Ana), new("out:2", again ? Time.GetUtcNow() : null)));

    public async Task RetitlesAsync(TrackedTicket ticket, string title, string was = "Add a canary") => Assert.Null(await DoAsync(new RetitleTicket(new("local", 7), ticket, title, was, Room, Ana), new("out:3", null)));

    public Task<ChatException> RefusedAsync(Func<Task> use) => Assert.ThrowsAsync<ChatException>(use);

    public void Dispose() => _services.Dispose();

    private static OpenTicket Open(string title, int item) => new(
        new("local", item), Core.Tickets.Tracker.GitHub, new(title, [new(null, "A follow-up."), new("Owner", "@ben of #12 <b>"), new("Incident", "INC-1: checkout") { Url = "https://chat.example/1" }]), Room, Ana, new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero), Asked: true);

    private Task<ChatEvent?> DoAsync(Errand errand, SayingKey key)
    {
        if (errand is OpenTicket open) errand = open with { Tracker = Tracker.Kind };
        return Assert.Single(_services.GetServices<IOutlet>()).DoAsync(errand, key, TestContext.Current.CancellationToken);
    }
}
