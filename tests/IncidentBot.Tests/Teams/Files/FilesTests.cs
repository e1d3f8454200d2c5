using IncidentBot.Core.Chat;
using IncidentBot.Teams.Files;
using IncidentBot.Tests.Teams.Api;
using Xunit;
using static IncidentBot.Tests.Teams.Api.TeamsUnderTest;

namespace IncidentBot.Tests.Teams.Files;

public sealed class FilesTests : IDisposable
{
    private readonly TeamsUnderTest _test = new(options => options with { PublicUrl = new("https://bot.example/base/") });

    private KeptFiles Files => _test.Get<KeptFiles>();

    [Fact]
    public async Task A_file_is_read_by_its_token_and_name_until_its_time_is_over()
    {
        var content = string.Concat(Enumerable.Repeat("Line 🎉\n", 300_000));
        var token = await Files.KeepAsync(new("out:7"), "draft.md", content, Ct);

        Assert.Equal(content, await Files.ReadAsync(token, "draft.md", Ct));
        Assert.Null(await Files.ReadAsync(token, "other.md", Ct));
        Assert.Null(await Files.ReadAsync(token + "x", "draft.md", Ct));

        _test.Clock.Advance(KeptFiles.Kept);
        Assert.Null(await Files.ReadAsync(token, "draft.md", Ct));
    }

    [Fact]
    public async Task Every_try_of_a_saying_has_the_same_token_and_another_saying_another()
    {
        var token = await Files.KeepAsync(new("out:7"), "draft.md", "x", Ct);
        _test.Restart();

        Assert.Equal(token, await Files.KeepAsync(new("out:7", _test.Clock.GetUtcNow()), "draft.md", "x", Ct));
        Assert.NotEqual(token, await Files.KeepAsync(new("out:8"), "draft.md", "x", Ct));
        Assert.Equal(43, token.Length);
    }

    [Fact]
    public async Task What_is_over_is_removed_with_its_text()
    {
        await Files.KeepAsync(new("out:7"), "draft.md", "x", Ct);
        _test.Clock.Advance(KeptFiles.Kept);
        await Files.KeepAsync(new("out:8"), "draft.md", "y", Ct);

        Assert.Single(await _test.Records.ListAsync("teams", "filetext/", Ct));
        Assert.Single(await _test.Records.ListAsync("teams", "filekey/", Ct));
    }

    [Theory]
    [InlineData(KeptFiles.MostBytes, false)]
    [InlineData(KeptFiles.MostBytes + 1, true)]
    public async Task A_file_may_be_so_large_and_no_larger(int length, bool refused)
    {
        var kept = await Record.ExceptionAsync(() => Files.KeepAsync(new("out:7"), "draft.md", new string('x', length), Ct));

        Assert.Equal(refused, kept is ChatException { Fault: ChatFault.Refused });
    }

    [Fact]
    public async Task An_upload_is_a_link_to_the_file()
    {
        await _test.KnowsAllAsync();
        _test.Connector.On("/activities", """{"id":"201"}""");

        await _test.Bots.UploadAsync(new(InChat), "draft.md", "# Draft", "The draft", new("out:7"), Ct);

        Assert.Contains("https://bot.example/base/files/", Assert.Single(_test.Connector.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_the_text_itself_is_posted_whole()
    {
        using var test = new TeamsUnderTest();
        await test.KnowsAllAsync();
        test.Connector.On("/activities", """{"id":"201"}""");
        var lines = Enumerable.Range(0, 5000).Select(number => $"line{number}end").ToList();

        var upload = test.Bots.UploadAsync(new(InChat), "draft.md", string.Join('\n', lines), "The draft", new("out:7"), Ct);
        await test.PassingTimeAsync(Task.WhenAny(upload), TimeSpan.FromSeconds(1));
        await upload;

        var said = string.Concat(test.Connector.Calls.Select(call => call.Body));
        Assert.Contains("Teams:PublicUrl", said, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Contains(line, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("postmortem.html")]
    [InlineData("postmortem.json")]
    public async Task Without_an_address_what_is_not_for_reading_is_not_posted_as_text(string name)
    {
        using var test = new TeamsUnderTest();
        await test.KnowsAllAsync();
        test.Connector.On("/activities", """{"id":"201"}""");

        await test.Bots.UploadAsync(new(InChat), name, "<!doctype html>", "The postmortem", new("out:7"), Ct);

        var said = Assert.Single(test.Connector.Calls).Body;
        Assert.Contains("Teams:PublicUrl", said, StringComparison.Ordinal);
        Assert.DoesNotContain("doctype", said, StringComparison.Ordinal);
    }

    public void Dispose() => _test.Dispose();
}
