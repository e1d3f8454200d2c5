using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Charts;

public sealed class AskedChartStories
{
    private readonly Story _story = SloStory.ByHand();

    [Fact]
    public async Task Whoever_asks_for_an_slo_in_a_room_gets_its_chart_there()
    {
        var chart = await Asked("/incident start checkout is failing service:checkout", _story.Room);
        Assert.Equal("checkout-availability: 73 % left", chart.Comment);
        Assert.Contains("INC-1 took 26.6 %", chart.Image.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_incident_is_named_in_its_own_room_only()
    {
        Assert.Contains("a private incident took 26.6 %", (await Asked("/incident start checkout is failing service:checkout private", Some.Place("general"))).Image.AltText, StringComparison.Ordinal);
        await _story.Says("ana", "/incident slo checkout-availability");
        Assert.Contains("INC-1 took 26.6 %", _story.Chat.Images[^1].Image.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_known_there_is_no_chart()
    {
        await _story.Says("ana", "/incident slo checkout-availability");
        await _story.Says("ana", "/incident slo");
        Assert.Empty(_story.Chat.Images);
    }

    [Fact]
    public async Task Where_nobody_can_be_shown_a_picture_nothing_is_put_aside()
    {
        _story.Chat.Fails = verb => verb == "image" ? new ChatException(ChatFault.Gone, "channel_not_found") : null;
        await _story.Says("ana", "/incident start checkout is failing service:checkout");
        await _story.Says("ana", "/incident charge 37% 13:00-13:29");
        await _story.Says("ana", "/incident slo checkout-availability");
        Assert.Empty(_story.Store.Queues.ParkedSayings);
    }

    private async Task<(Place To, ChatImage Image, string Comment)> Asked(string start, Place from)
    {
        await _story.Says("ana", start);
        await _story.Says("ana", "/incident charge 37% 13:00-13:29");
        await _story.Says("ben", "/incident slo checkout-availability", place: from);
        var chart = Assert.Single(_story.Chat.Images);
        Assert.Equal(from, chart.To);
        return chart;
    }
}
