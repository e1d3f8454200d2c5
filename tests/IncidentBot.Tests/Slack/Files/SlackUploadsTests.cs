using IncidentBot.Core.Chat;
using IncidentBot.Tests.Slack.Api;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.Files;

public sealed class SlackUploadsTests : IDisposable
{
    private const string Content = "# Grüße";

    private readonly SlackUnderTest _test = new();

    public SlackUploadsTests()
    {
        Slack.On("files.getUploadURLExternal", """{"ok":true,"upload_url":"https://files.slack.com/upload/v1/bytes","file_id":"F1"}""");
        Slack.On("bytes", () => new HttpResponseMessage { Content = new StringContent("OK - 9") });
        Slack.On("files.completeUploadExternal", Ok);
    }

    private ScriptedSlack Slack => _test.Slack;

    [Fact]
    public async Task A_file_takes_three_steps()
    {
        await UploadAsync();

        var calls = Slack.Calls.ToList();
        Assert.Equal(["files.getUploadURLExternal", "bytes", "files.completeUploadExternal"], calls.Select(call => call.Method));
        Assert.Equal(("draft.md", "9"), (calls[0]["filename"], calls[0]["length"]));
        Assert.Equal((Content, null), (calls[1].Body, calls[1].Authorization));
        Assert.Equal(("""[{"id":"F1","title":"draft.md"}]""", "C1", "1700000000.000001", "The *draft* &amp; all"), (calls[2]["files"], calls[2]["channel_id"], calls[2]["thread_ts"], calls[2]["initial_comment"]));
    }

    [Fact]
    public async Task A_file_that_an_earlier_try_shared_is_not_shared_again()
    {
        Slack.On("conversations.replies", Page("draft.md", 9));

        await UploadAsync(_test.Clock.GetUtcNow());

        Assert.Empty(Slack.To("files.completeUploadExternal"));
    }

    [Theory]
    [InlineData("draft.md", 8)]
    [InlineData("other.md", 9)]
    public async Task Another_edition_or_file_is_no_earlier_try(string name, int size)
    {
        Slack.On("conversations.replies", Page(name, size));

        await UploadAsync(_test.Clock.GetUtcNow());

        Assert.Single(Slack.To("files.completeUploadExternal"));
    }

    [Fact]
    public async Task Bytes_that_did_not_arrive_are_for_later()
    {
        Slack.On("bytes", () => new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError));

        Assert.Equal(ChatFault.Temporary, (await Assert.ThrowsAnyAsync<ChatException>(() => UploadAsync())).Fault);
        Assert.Empty(Slack.To("files.completeUploadExternal"));
    }

    [Fact]
    public async Task A_picture_takes_the_same_steps_and_tells_what_it_shows()
    {
        await PostImageAsync();

        var calls = Slack.Calls.ToList();
        Assert.Equal(("error-budget.png", "3", "41 % left"), (calls[0]["filename"], calls[0]["length"], calls[0]["alt_txt"]));
        Assert.Equal(("""[{"id":"F1","title":"error-budget.png"}]""", "1700000000.000001", "*checkout*"), (calls[2]["files"], calls[2]["thread_ts"], calls[2]["initial_comment"]));
    }

    [Fact]
    public async Task A_picture_that_an_earlier_try_shared_is_not_shared_again()
    {
        Slack.On("conversations.replies", Page("error-budget.png", 3));

        await PostImageAsync(_test.Clock.GetUtcNow());

        Assert.Empty(Slack.To("files.completeUploadExternal"));
    }

    [Fact]
    public async Task A_workspace_without_uploads_refuses_a_picture_for_good()
    {
        Slack.On("files.getUploadURLExternal", """{"ok":false,"error":"file_uploads_disabled"}""");

        Assert.Equal(ChatFault.Refused, (await Assert.ThrowsAnyAsync<ChatException>(() => PostImageAsync())).Fault);
    }

    public void Dispose() => _test.Dispose();

    private Task PostImageAsync(DateTimeOffset? triedSince = null) => _test.Chat.PostImageAsync(
        SlackUnderTest.Room(thread: "1700000000.000001"), new("error-budget.png", [1, 2, 3], "41 % left"), RichText.Of($"{RichText.Bold("checkout")}"), new("out:1", triedSince), SlackUnderTest.Ct);

    private static string Page(string name, int size) =>
        $$$"""{"ok":true,"messages":[{"ts":"1700000000.000001","user":"U1","text":"head"},{"ts":"1700000000.000002","thread_ts":"1700000000.000001","user":"UBOT","files":[{"id":"F1","name":"{{{name}}}","size":{{{size}}}}]}]}""";

    private Task UploadAsync(DateTimeOffset? triedSince = null) => _test.Chat.UploadAsync(
        SlackUnderTest.Room(thread: "1700000000.000001"), "draft.md", Content, RichText.Of($"The {RichText.Bold("draft")} & all"), new("out:1", triedSince), SlackUnderTest.Ct);
}
