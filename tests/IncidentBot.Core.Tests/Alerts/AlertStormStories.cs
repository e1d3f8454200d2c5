using IncidentBot.Core.Alerts;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Alerts;

public sealed class AlertStormStories
{
    private readonly AlertScene _scene = new(new() { MostPerHour = 2 });

    private Story Story => _scene.Story;

    [Fact]
    public async Task Hundreds_of_alerts_of_a_group_are_one_incident_and_few_words()
    {
        await _scene.Notifies([.. Enumerable.Range(0, 500).Select(number => _scene.Fires($"f{number}", name: $"PodDown{number}"))]);

        Assert.Equal(1, await _scene.Incidents());
        Assert.Equal(new AlertTally(500, 0), (await _scene.Incident()).Alerts);
        Assert.Equal(MostEntries + 1, _scene.Entries.Count());
        Assert.Contains(_scene.Entries, text => text.StartsWith("490 more like these", StringComparison.Ordinal));
        Assert.InRange(Story.LastHeard.Count, 1, 5);
    }

    [Fact]
    public async Task Alerts_of_a_minute_share_a_card_in_the_room()
    {
        await _scene.Notifies(_scene.Fires());
        await Story.Passes(TimeSpan.FromMinutes(2));
        for (var number = 2; number < 8; number++) await _scene.Notifies(_scene.Fires($"f{number}"));

        var posted = Story.Chat.Heard.Where(heard => heard is { Update: false } && heard.Words.Contains("alerts fire", StringComparison.Ordinal)).ToList();
        Assert.Single(posted);
        Assert.Contains("7 alerts fire", Story.Chat.Heard[^1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beyond_the_limit_of_an_hour_one_card_tells_of_all_the_others()
    {
        for (var number = 0; number < 8; number++) await _scene.NotifiesOf($"g{number}", _scene.Fires($"f{number}", name: $"Down{number}", service: null));

        Assert.Equal(2, await _scene.Incidents());
        var storm = Story.Chat.Heard.Where(heard => heard.Words.Contains("many alerts at once", StringComparison.Ordinal)).ToList();
        Assert.Single(storm, heard => !heard.Update);
        Assert.Contains("6 of them declared no incident", storm[^1].Words, StringComparison.Ordinal);
        Assert.Contains("Down7", storm[^1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_held_declares_when_it_is_notified_of_again_and_there_is_room()
    {
        for (var number = 0; number < 3; number++) await _scene.NotifiesOf($"g{number}", _scene.Fires($"f{number}"));
        var held = _scene.Fires("f2");
        await _scene.NotifiesOf("g2", held);
        Story.HearsNothing();
        await Story.Passes(TimeSpan.FromMinutes(61));
        await _scene.NotifiesOf("g2", held);

        Assert.Equal(3, await _scene.Incidents());
    }

    [Fact]
    public async Task Small_alerts_beyond_the_limit_share_the_card_too()
    {
        for (var number = 0; number < 5; number++) await _scene.NotifiesOf($"g{number}", _scene.Fires($"f{number}", severity: "info"));

        Assert.Equal(0, await _scene.Incidents());
        Assert.Equal(3, Story.Chat.Heard.Count(heard => !heard.Update));
    }

    private const int MostEntries = 10;
}
