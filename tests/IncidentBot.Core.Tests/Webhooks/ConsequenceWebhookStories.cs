using System.Text.Json;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Tests.Slos.Policy;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Webhooks;
using Xunit;

namespace IncidentBot.Core.Tests.Webhooks;

public sealed class ConsequenceWebhookStories
{
    private static readonly PolicySettings LargeAlone = new() { HaltWhenExhausted = false, ClassShare = null };
    private static readonly PolicySettings HaltAlone = new() { IncidentShare = null, ClassShare = null };

    private readonly Errands<CallWebhook> _calls = new();

    [Fact]
    public async Task A_rule_for_an_incident_begins_and_ends_and_begins_again()
    {
        var story = await Of(LargeAlone);
        await story.Charged(minutes: 20);
        await story.Charged(minutes: 2);
        await story.Charged(minutes: 20);
        Assert.Equal(["consequence.began", "consequence.ended", "consequence.began"], Told.Select(one => Text(one, "type")));
        Assert.Equal(3, _calls.Done.Select(call => call.Event).Distinct().Count());
        var began = Told[0].GetProperty("data");
        Assert.Equal(("INC-1", "checkout-availability/INC-1", "large-incident", "estimated"), (Text(began.GetProperty("incident"), "id"), Text(began.GetProperty("consequence"), "name"), Text(began.GetProperty("consequence"), "rule"), Text(began.GetProperty("consequence"), "method")));
        Assert.Equal("within", Text(Told[1].GetProperty("data").GetProperty("consequence"), "endedBy"));
    }

    [Fact]
    public async Task One_about_the_whole_budget_is_about_no_incident()
    {
        var story = await Of(HaltAlone);
        await story.Charged(minutes: 48);
        var data = Assert.Single(Told).GetProperty("data");
        Assert.False(data.TryGetProperty("incident", out _));
        Assert.Equal("INC-1", Assert.Single(data.GetProperty("consequence").GetProperty("because").EnumerateArray()).GetString());
        await story.Says("ana", "/incident policy ack");
        Assert.Single(Told);
    }

    [Fact]
    public async Task What_is_done_by_people_ends_it_too_with_their_words_unless_roles_stand_for_people()
    {
        foreach (var byRole in new[] { false, true })
        {
            _calls.Done.Clear();
            var story = await Of(LargeAlone, byRole);
            await story.Charged(minutes: 20);
            await story.Says("ana", "/incident policy override inc-1 ben has fixed it");
            await story.Says("ana", "/incident postmortem skip a false alarm");
            var ended = Told[^1].GetProperty("data").GetProperty("consequence");
            Assert.Equal(("consequence.ended", "set-aside", byRole ? null : "ben has fixed it"), (Text(Told[^1], "type"), Text(ended, "endedBy"), Text(ended, "setAside")));
        }
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task That_of_a_private_incident_is_told_only_where_that_is_asked_for(bool asked, int told)
    {
        var story = await Of(LargeAlone, secret: asked);
        await story.Charged(minutes: 20, secret: true);
        Assert.Equal(told, _calls.Done.Count);
    }

    private List<JsonElement> Told => [.. _calls.Done.Select(call => JsonSerializer.Deserialize<JsonElement>(call.Body))];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private async Task<Story> Of(PolicySettings agreed, bool byRole = false, bool secret = false)
    {
        var settings = Some.Settings with
        {
            Slos = new() { Catalogue = [PolicyStory.Checkout], Policy = agreed },
            Webhooks = new() { Receivers = ["one"], Private = secret },
            Blameless = Some.Settings.Blameless with { PublishRoles = byRole },
        };
        var story = new Story(settings) { Room = Some.Room };
        story.Outlets.Add(_calls);
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Service = "checkout", Version = 0 });
        return story;
    }
}
