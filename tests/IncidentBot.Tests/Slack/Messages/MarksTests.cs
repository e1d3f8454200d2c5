using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Slack.Messages;
using IncidentBot.Tests.Slack.Api;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.Messages;

public sealed class MarksTests : IDisposable
{
    private static readonly MessageRef Message = SlackUnderTest.Message("1700000000.000100");

    private readonly SlackUnderTest _test = new();

    private ScriptedSlack Slack => _test.Slack;

    [Fact]
    public async Task A_reaction_is_named_as_Slack_names_it()
    {
        Slack.On("reactions.add", Ok);

        await ReactAsync(AnswerReview.Heard);

        var call = Assert.Single(Slack.Calls);
        Assert.Equal(("C1", "1700000000.000100", "white_check_mark"), (call["channel"], call["timestamp"], call["name"]));
    }

    [Fact]
    public async Task A_reaction_that_stands_already_is_no_failure()
    {
        Slack.On("reactions.add", Refusal("already_reacted"));

        await ReactAsync(AnswerReview.Heard);

        Assert.Single(Slack.Calls);
    }

    [Fact]
    public async Task A_reaction_to_a_deleted_message_says_that_it_is_gone()
    {
        Slack.On("reactions.add", Refusal("message_not_found"));

        Assert.Equal(ChatFault.Gone, (await Assert.ThrowsAnyAsync<ChatException>(() => ReactAsync(AnswerReview.Heard))).Fault);
    }

    [Fact]
    public async Task A_pinned_card_is_bookmarked_above_the_channel()
    {
        Slack.On("pins.add", Refusal("already_pinned"));
        Slack.On("bookmarks.list", """{"ok":true,"bookmarks":[{"id":"Bk1","title":"Runbook"}]}""");
        Slack.On("bookmarks.add", Ok);

        await PinAsync();

        var bookmark = Slack.To("bookmarks.add").Single();
        Assert.Equal(("C1", "Incident status", "link", "https://example.slack.com/archives/C1/p1700000000000100"), (bookmark["channel_id"], bookmark["title"], bookmark["type"], bookmark["link"]));
    }

    [Fact]
    public async Task A_card_that_was_posted_anew_takes_the_bookmark_of_the_one_before()
    {
        Slack.On("pins.add", Ok);
        Slack.On("bookmarks.list", """{"ok":true,"bookmarks":[{"id":"Bk1","title":"Incident status"}]}""");
        Slack.On("bookmarks.edit", Ok);

        await PinAsync();

        Assert.Equal("Bk1", Slack.To("bookmarks.edit").Single()["bookmark_id"]);
        Assert.Empty(Slack.To("bookmarks.add"));
    }

    [Fact]
    public async Task Without_the_scope_for_bookmarks_a_pin_is_enough()
    {
        Slack.On("pins.add", Ok);
        Slack.On("bookmarks.list", Refusal("missing_scope"));
        Slack.On("bookmarks.add", Refusal("missing_scope"));

        await PinAsync();

        Assert.Single(Slack.To("pins.add"));
    }

    [Theory]
    [InlineData(null, "https://example.slack.com/archives/C1/p1700000000000100")]
    [InlineData("1700000000.000100", "https://example.slack.com/archives/C1/p1700000000000100")]
    [InlineData("1699999999.000009", "https://example.slack.com/archives/C1/p1700000000000100?thread_ts=1699999999.000009&cid=C1")]
    public void A_message_is_linked_to_in_the_archive(string? thread, string link) =>
        Assert.Equal(link, Permalink.Of(new("https://example.slack.com/"), Message, thread));

    [Fact]
    public void While_the_workspace_is_not_known_there_is_no_link() => Assert.Null(_test.Chat.LinkTo(Message, null));

    public void Dispose() => _test.Dispose();

    private Task ReactAsync(string emoji) => _test.Chat.ReactAsync(Message, emoji, SlackUnderTest.Ct);

    private Task PinAsync() => _test.Chat.PinAsync(Message, SlackUnderTest.Ct);
}
