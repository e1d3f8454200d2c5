using System.Text.Json;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Webhooks;
using Xunit;

namespace IncidentBot.Core.Tests.Webhooks;

public sealed class WebhookStories
{
    private readonly Errands<CallWebhook> _calls = new();

    [Fact]
    public async Task The_life_of_an_incident_is_told()
    {
        var story = Told();
        await story.Says("ana", "/incident start checkout is failing sev2");
        await story.Says("ana", "/incident status identified a bad index");
        await story.Says("ben", "/incident resolve rolled back 4711");
        await story.Says("ben", "/incident reopen it is back");
        Assert.Equal(["incident.declared", "incident.status_changed", "incident.resolved", "incident.reopened"], Types);
        Assert.Equal((string?[])[null, "investigating", "identified", "resolved"], Events.Select(told => told.GetProperty("data").TryGetProperty("previousStatus", out var before) ? before.GetString() : null));
        var declared = Events[0].GetProperty("data").GetProperty("incident");
        Assert.Equal(("INC-1", "checkout is failing", "sev2", "investigating"), (Text(declared, "id"), Text(declared, "title"), Text(declared, "severity"), Text(declared, "status")));
    }

    [Fact]
    public async Task The_life_of_an_action_item_is_told()
    {
        var story = Told();
        await story.Says("ana", "/incident start checkout is failing sev2");
        await story.Says("ana", "/incident action add a canary p1");
        await story.Says("ana", "/incident action buy a database");
        await story.Says("ben", "/incident done A-1");
        await story.Says("ben", "/incident drop A-2 not the cause");
        Assert.Equal(["action_item.added", "action_item.added", "action_item.done", "action_item.dropped"], Types.Skip(1));
        var dropped = Events[^1].GetProperty("data").GetProperty("actionItem");
        Assert.Equal(("A-2", "dropped", "not the cause"), (Text(dropped, "id"), Text(dropped, "status"), Text(dropped, "dropReason")));
    }

    [Fact]
    public async Task A_published_postmortem_is_told_whole_but_for_its_timeline()
    {
        var story = await Published(Told());
        var published = Assert.Single(Events, told => Text(told, "type") == "postmortem.published").GetProperty("data").GetProperty("postmortem");
        Assert.Equal("published", Text(published.GetProperty("postmortem"), "status"));
        Assert.Equal("Checkout failed.", Text(published.GetProperty("sections")[0].GetProperty("passages")[0], "text"));
        Assert.Equal(JsonValueKind.Null, published.GetProperty("timeline").ValueKind);
        Assert.Equal(story.Time.GetUtcNow().UtcDateTime, Events[^1].GetProperty("timestamp").GetDateTime());
    }

    [Fact]
    public async Task The_next_version_tells_what_it_changed()
    {
        var story = await Published(Told());
        await story.Says("ana", "/incident action write a runbook");
        await story.Replies("ana", "next");
        await story.Replies("ana", "A third of all users.");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        var changes = Events.Last(told => Text(told, "type") == "postmortem.published").GetProperty("data").GetProperty("postmortem").GetProperty("changes");
        Assert.Equal(1, changes.GetProperty("since").GetInt32());
        Assert.Contains("A-1", changes.GetProperty("parts").EnumerateArray().Select(part => Text(part, "part")));
    }

    [Fact]
    public async Task Talk_and_what_changes_nothing_is_not_told()
    {
        var story = Told();
        await story.Says("ana", "/incident start checkout is failing sev2");
        _calls.Done.Clear();
        await story.Says("ana", "seeing 500s");
        await story.Says("ana", "/incident title checkout fails for many");
        await story.Says("ana", "/incident status");
        await story.Passes(TimeSpan.FromDays(8));
        Assert.Empty(_calls.Done);
    }

    [Fact]
    public async Task Each_receiver_is_told_in_a_line_of_its_own_by_the_same_id()
    {
        var story = Told(new() { Receivers = ["one", "two"] });
        await story.Says("ana", "/incident start checkout is failing sev2");
        Assert.Equal(["webhook:one", "webhook:two"], _calls.Done.Select(call => call.OrderKey));
        Assert.Single(_calls.Done.Select(call => (call.Event, call.Body)).Distinct());
    }

    [Fact]
    public async Task Every_event_has_an_id_of_its_own()
    {
        var story = Told();
        await story.Says("ana", "/incident start checkout is failing sev2");
        for (var round = 0; round < 3; round++)
        {
            await story.Says("ana", "/incident resolve");
            await story.Says("ana", "/incident reopen");
        }
        Assert.Equal(7, _calls.Done.Select(call => call.Event).Distinct().Count());
    }

    [Fact]
    public async Task Only_the_events_that_are_asked_for_are_told()
    {
        var story = Told(new() { Receivers = ["one"], Events = [WebhookKind.IncidentResolved] });
        await story.Says("ana", "/incident start checkout is failing sev2");
        await story.Says("ana", "/incident resolve");
        Assert.Equal(["incident.resolved"], Types);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 3)]
    public async Task A_private_incident_is_told_only_where_that_is_asked_for(bool asked, int told)
    {
        var story = Told(new() { Receivers = ["one"], Private = asked });
        await story.Says("ana", "/incident start private card data in a log sev1");
        await story.Says("ana", "/incident action rotate the keys");
        await story.Says("ana", "/incident resolve");
        Assert.Equal(told, _calls.Done.Count);
    }

    [Fact]
    public async Task A_secret_that_was_typed_is_masked()
    {
        var story = Told();
        await story.Says("ana", "/incident start checkout is failing sev2");
        await story.Says("ana", "/incident action rotate postgres://app:hunter2hunter2@db.example/app");
        Assert.DoesNotContain("hunter2hunter2", _calls.Done[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_id_of_a_person_or_a_workspace_is_told()
    {
        await Published(Told());
        Assert.All(_calls.Done, call => Assert.DoesNotContain("\"workspace\"", call.Body, StringComparison.OrdinalIgnoreCase));
        Assert.All(_calls.Done, call => Assert.DoesNotContain(Some.Workspace + "/", call.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_receivers_nothing_is_added_to_a_decision()
    {
        var story = Told(new());
        await story.Says("ana", "/incident start checkout is failing sev2");
        Assert.Empty(_calls.Done);
    }

    private List<JsonElement> Events => [.. _calls.Done.Select(call => JsonSerializer.Deserialize<JsonElement>(call.Body))];

    private IEnumerable<string?> Types => Events.Select(told => Text(told, "type"));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private Story Told(WebhookSettings? settings = null)
    {
        var story = new Story(Some.Settings with { Webhooks = settings ?? new() { Receivers = ["one"] } });
        story.Outlets.Add(_calls);
        return story;
    }

    private static async Task<Story> Published(Story story)
    {
        story.Room = Some.Room;
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Version = 0 });
        await story.Says("ana", "/incident postmortem");
        await story.Replies("ana", "Checkout failed.");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        return story;
    }
}
