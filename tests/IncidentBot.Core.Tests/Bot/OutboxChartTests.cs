using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Slos.Charts;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class OutboxChartTests
{
    private static readonly PostImage Image = new(Some.Room, SomeChart.Stated(SomeChart.Share(1, 2, 0.3)), "words");

    private readonly OutboxUnderTest _outbox = new();

    [Fact]
    public async Task A_chart_is_posted_as_a_picture_with_its_description()
    {
        await _outbox.Delivers(Image);
        var (place, image, comment) = Assert.Single(_outbox.Chat.Images);
        Assert.Equal((Some.Room, "error-budget-checkout-availability.png", Image.Chart.Alt, "words"), (place, image.FileName, image.AltText, comment));
        Assert.Empty(_outbox.Chat.Heard);
    }

    [Fact]
    public async Task A_chart_that_cannot_be_drawn_is_told_in_words()
    {
        _outbox.Pictures.Blind = true;
        await _outbox.Delivers(Image);
        Assert.Empty(_outbox.Chat.Images);
        Assert.Equal(Image.Chart.Alt, Assert.Single(_outbox.Chat.Heard).Card.Fallback);
    }

    [Fact]
    public async Task A_chart_that_the_platform_refuses_is_told_in_words()
    {
        _outbox.Chat.Fails = OutboxUnderTest.Once("image", new ChatException(ChatFault.Refused, "file_uploads_disabled"));
        await _outbox.Delivers(Image);
        Assert.Equal(Image.Chart.Alt, Assert.Single(_outbox.Chat.Heard).Card.Fallback);
        Assert.Empty(_outbox.Store.Queues.ParkedSayings);
    }

    [Fact]
    public async Task A_chart_that_fails_in_passing_is_tried_again_as_a_picture()
    {
        _outbox.Chat.Fails = OutboxUnderTest.Once("image", new ChatException(ChatFault.Temporary, "internal_error"));
        await _outbox.Delivers(Image);
        Assert.Empty(_outbox.Chat.Heard);
        await _outbox.Delivery.DeliverAsync(await _outbox.Waiting(), CancellationToken.None);
        Assert.Single(_outbox.Chat.Images);
    }

    [Fact]
    public async Task A_chart_goes_into_the_thread_of_its_card()
    {
        await _outbox.Delivers(new Say(Some.Room, Card.Of("the card"), "k"));
        await _outbox.Delivers(Image with { Under = "k" });
        Assert.Equal(_outbox.Chat.Standing.Single().Key.Id, Assert.Single(_outbox.Chat.Images).To.Thread);
    }
}
