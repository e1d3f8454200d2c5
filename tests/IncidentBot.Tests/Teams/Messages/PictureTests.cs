using IncidentBot.Core.Chat;
using IncidentBot.Teams.Rendering;
using IncidentBot.Tests.Teams.Api;
using Xunit;
using static IncidentBot.Tests.Teams.Api.TeamsUnderTest;

namespace IncidentBot.Tests.Teams.Messages;

public sealed class PictureTests : IAsyncLifetime
{
    private readonly TeamsUnderTest _test = new();

    public async ValueTask InitializeAsync() => await _test.KnowsAllAsync();

    [Fact]
    public async Task A_picture_stands_in_a_card_with_its_bytes_and_its_description()
    {
        _test.Connector.On("/activities", """{"id":"201"}""");

        await PostAsync([1, 2, 3]);

        var sent = Assert.Single(_test.Connector.Calls);
        Assert.EndsWith($"{ChannelPath}%3Bmessageid%3D100/activities", sent.Url.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("41 % left", (string?)sent.Json["summary"]);
        var card = sent.Json["attachments"]![0]!["content"]!;
        Assert.Equal("incidentbot:out:1", (string?)card["body"]![0]!["id"]); // by which it is known again
        Assert.Equal(("Image", "data:image/png;base64,AQID", "41 % left"), ((string?)card["body"]![1]!["type"], (string?)card["body"]![1]!["url"], (string?)card["body"]![1]!["altText"]));
        Assert.Equal("Full", (string?)card["msteams"]!["width"]);
    }

    [Fact]
    public async Task One_that_is_larger_than_a_message_may_be_is_refused_before_it_is_sent()
    {
        Assert.Equal(ChatFault.Refused, (await Assert.ThrowsAnyAsync<ChatException>(() => PostAsync(new byte[TeamsImage.MostBytes + 1]))).Fault);
        Assert.Empty(_test.Connector.Calls);
    }

    [Fact]
    public void The_largest_one_fits_with_the_longest_words()
    {
        var bytes = new byte[TeamsImage.MostBytes];
        new Random(7).NextBytes(bytes);
        var message = TeamsImage.Of(new("a.png", bytes, new('x', ChatImage.LongestAltText)), new string('y', 500))!;
        Assert.InRange(CardJson.Length(message.Card), 1, TeamsLimits.MessageCharacters);
    }

    public ValueTask DisposeAsync()
    {
        _test.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task PostAsync(byte[] png) => _test.Bots.PostImageAsync(new(InChannel, "100"), new("error-budget.png", png, "41 % left"), "checkout", new("out:1"), Ct);
}
