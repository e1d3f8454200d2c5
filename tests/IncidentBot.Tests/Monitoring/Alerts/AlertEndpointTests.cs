using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Monitoring.Alerts;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Alerts;

public sealed class AlertEndpointTests
{
    private const string Body = """{"version":"4","groupKey":"{}:{alertname=\"HighErrorRate\"}","status":"firing","alerts":[{"status":"firing","labels":{"alertname":"HighErrorRate","severity":"critical"},"annotations":{},"startsAt":"2026-11-23T13:58:00Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"c0ffee"}]}""";

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData(HookUnderTest.Secret)]
    [InlineData($"Token {HookUnderTest.Secret}")]
    [InlineData("Bearer test-secret-of-alert")]
    [InlineData("Bearer test-secret-of-alertS")]
    [InlineData($"Bearer {HookUnderTest.Secret}-and-more")]
    [InlineData("Basic %%%")]
    public async Task Who_does_not_give_the_secret_is_not_heard(string? authorization)
    {
        await using var test = await HookUnderTest.StartAsync();
        Assert.Equal(401, (await test.PostsAsync(Body, authorization: authorization)).Status);
        Assert.Equal(401, (await test.PostsAsync("no JSON", authorization: authorization, path: "/hooks/alerts")).Status);
        Assert.Empty(test.Stored);
    }

    [Theory]
    [InlineData("alertmanager:other-secret-of-alerts")]
    [InlineData($"{HookUnderTest.Secret}:")]
    [InlineData(HookUnderTest.Secret)]
    public async Task Another_password_is_not_the_secret(string pair)
    {
        await using var test = await HookUnderTest.StartAsync();
        Assert.Equal(401, (await test.PostsAsync(Body, authorization: HookUnderTest.Basic(pair))).Status);
    }

    [Fact]
    public async Task The_secret_comes_as_a_token_or_as_a_password()
    {
        await using var test = await HookUnderTest.StartAsync();
        Assert.Equal(202, (await test.PostsAsync(Body, authorization: HookUnderTest.Bearer())).Status);
        Assert.Equal(202, (await test.PostsAsync(Body, authorization: HookUnderTest.Basic($"anybody:{HookUnderTest.Secret}"))).Status);
        Assert.Equal(2, test.Stored.Count);
    }

    [Fact]
    public async Task A_repeat_has_the_id_of_the_first_and_another_start_has_its_own()
    {
        await using var test = await HookUnderTest.StartAsync();
        await test.PostsAsync(Body, authorization: HookUnderTest.Bearer());
        await test.PostsAsync(Body.Replace("0001-01-01", "2026-11-24", StringComparison.Ordinal), authorization: HookUnderTest.Bearer()); // of a twin that words it otherwise
        await test.PostsAsync(Body.Replace("13:58", "13:59", StringComparison.Ordinal), authorization: HookUnderTest.Bearer());
        await test.PostsAsync(Body.Replace("\"firing\",\"labels\"", "\"resolved\",\"labels\"", StringComparison.Ordinal), authorization: HookUnderTest.Bearer());
        test.Clock.Advance(TimeSpan.FromHours(1));
        await test.PostsAsync(Body, authorization: HookUnderTest.Bearer());

        string[] ids = [.. test.Stored.Select(delivery => delivery.Id)];
        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(4, ids.Distinct().Count());
        Assert.All(test.Stored, delivery => Assert.Equal(("alertmanager", "alerts"), (delivery.Adapter, delivery.OrderKey)));
    }

    [Fact]
    public async Task What_has_no_start_is_never_taken_for_a_repeat()
    {
        await using var test = await HookUnderTest.StartAsync();
        foreach (var status in new[] { "firing", "resolved", "firing" })
            Assert.Equal(202, (await test.PostsAsync($$"""{"title":"Checkout is slow","status":"{{status}}"}""", "/hooks/alerts", HookUnderTest.Bearer())).Status);
        Assert.Equal(3, test.Stored.Select(delivery => delivery.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("text/plain", Body, 415)]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/json", "[]", 400)]
    [InlineData("application/json", "{}", 422)]
    [InlineData("application/json", """{"alerts":[]}""", 422)]
    [InlineData("application/json", """{"alerts":[{"status":"firing"},7,null]}""", 422)]
    public async Task What_cannot_be_read_is_refused(string type, string body, int status)
    {
        await using var test = await HookUnderTest.StartAsync();
        Assert.Equal(status, (await test.PostsAsync(body, authorization: HookUnderTest.Bearer(), type: type)).Status);
        Assert.Empty(test.Stored);
    }

    [Fact]
    public async Task A_refused_body_is_told_why_in_a_sentence()
    {
        await using var test = await HookUnderTest.StartAsync();
        Assert.Equal((422, "The alert has no title at “title”. The setting Alerts:Mapping:Title says where it stands."), await test.PostsAsync("""{"name":"Checkout is slow"}""", "/hooks/alerts", HookUnderTest.Bearer()));
    }

    [Fact]
    public async Task Of_who_does_not_give_the_secret_no_body_is_waited_for()
    {
        await using var test = await HookUnderTest.StartAsync();
        Assert.StartsWith("HTTP/1.1 401", await test.AnnouncesAsync(AlertEndpoint.LargestBody, $"Bearer not-{HookUnderTest.Secret}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var test = await HookUnderTest.StartAsync();
        Assert.Equal(413, (await test.PostsAsync($$"""{"alerts":"{{new string('x', AlertEndpoint.LargestBody)}}"}""", authorization: HookUnderTest.Bearer())).Status);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_to_be_sent_again()
    {
        await using var test = await HookUnderTest.StartAsync();
        test.Full = new StoreUnavailableException("The disk is full.");
        Assert.Equal(503, (await test.PostsAsync(Body, authorization: HookUnderTest.Bearer())).Status);
    }

    [Fact]
    public async Task Alerts_wait_while_no_chat_knows_its_workspace()
    {
        await using var test = await HookUnderTest.StartAsync();
        await test.PostsAsync(Body, authorization: HookUnderTest.Bearer());
        var translator = test.Translators.Single(translator => translator.Adapter == "alertmanager");
        var waits = await Assert.ThrowsAsync<ChatException>(async () => await translator.TranslateAsync(test.Stored.Single(), CancellationToken.None));
        Assert.Equal(ChatFault.Temporary, waits.Fault);
    }

    [Fact]
    public void An_empty_secret_is_no_secret() => Assert.Throws<ArgumentException>(() => new AlertSecret(" "));
}
