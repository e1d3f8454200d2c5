using System.Globalization;
using IncidentBot.Core.Chat;
using IncidentBot.Tickets;
using Xunit;

namespace IncidentBot.Tests.Tickets.GitHub;

public sealed class GitHubFaultsTests : IAsyncLifetime
{
    private GitHubDouble _github = null!;
    private TrackerUnderTest _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _github = await GitHubDouble.OpenAsync();
        _bot = new(TrackerUnderTest.GitHub(_github));
    }

    public async ValueTask DisposeAsync()
    {
        _bot.Dispose();
        await _github.DisposeAsync();
    }

    [Fact]
    public async Task A_secondary_limit_is_waited_for_as_long_as_it_asks()
    {
        _github.Fails("POST", "/issues", 403, """{"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you try again."}""", headers: ("Retry-After", "77"));
        await RetriesAfter(TimeSpan.FromSeconds(77));
    }

    [Fact]
    public async Task One_that_does_not_say_how_long_is_waited_for_a_minute()
    {
        _github.Fails("POST", "/issues", 429, """{"message":"too many"}""");
        await RetriesAfter(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_primary_limit_is_waited_for_until_its_reset()
    {
        var reset = _bot.Time.GetUtcNow().AddMinutes(33).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        _github.Fails("POST", "/issues", 403, """{"message":"API rate limit exceeded for user ID 7."}""", false, ("X-RateLimit-Limit", "5000"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", reset));
        await RetriesAfter(TimeSpan.FromMinutes(33));
    }

    [Theory]
    [InlineData(401, "Tickets:GitHub:Token")]
    [InlineData(403, "Issues: read and write")]
    [InlineData(404, "acme/shop")]
    public async Task A_set_up_that_is_wrong_waits_to_be_put_right_and_says_how(int status, string words)
    {
        _github.Fails("POST", "/issues", status, """{"message":"no"}""");
        await RetriesAfter(TimeSpan.FromMinutes(5));
        Assert.Contains(words, _bot.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_list_that_is_not_there_is_no_ticket_s_fault(int status)
    {
        _github.Fails("GET", "/issues", status, """{"message":"no"}""");
        var looked = await _bot.RefusedAsync(() => _bot.OpensAsync(again: true));
        Assert.Equal((ChatFault.Temporary, TimeSpan.FromMinutes(5)), (looked.Fault, looked.RetryAfter));
        Assert.NotNull(_bot.Fault);

        _github.Fails("GET", "/issues", status, """{"message":"no"}""");
        Assert.Equal(ChatFault.Temporary, (await _bot.RefusedAsync(() => _bot.Tracker.ChangesAsync(_bot.Time.GetUtcNow(), TestContext.Current.CancellationToken))).Fault);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    public async Task A_redirect_to_another_place_is_not_followed(int status)
    {
        await using var elsewhere = await GitHubDouble.OpenAsync();
        _github.Fails("POST", "/issues", status, """{"message":"moved"}""", headers: ("Location", new Uri(elsewhere.Url, "repos/acme/shop/issues").ToString()));
        var refused = await _bot.RefusedAsync(() => _bot.OpensAsync());
        Assert.Empty(elsewhere.Asked);
        Assert.Equal((ChatFault.Temporary, TimeSpan.FromMinutes(5)), (refused.Fault, refused.RetryAfter));
        Assert.Contains("Set Tickets:GitHub:ApiBaseUrl", _bot.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_within_GitHub_is_followed_as_for_a_repository_that_was_renamed()
    {
        _github.Fails("POST", "/issues", 307, """{"message":"moved"}""", headers: ("Location", new Uri(_github.Url, "repos/acme/shop/issues").ToString()));
        await _bot.OpensAsync();
        Assert.Single(_github.Issues);
    }

    [Fact]
    public async Task While_it_fails_who_waits_for_others_waits_longer()
    {
        _github.Fails("POST", "/issues", 502);
        _bot.Time.Advance((await _bot.RefusedAsync(() => _bot.OpensAsync())).RetryAfter!.Value);
        var never = new TaskCompletionSource<int>();
        var hanging = Enumerable.Range(0, 2).Select(_ => _bot.Line.RunAsync(_ => never.Task)).ToList();
        Assert.Equal(TrackerHttp.Answering, (await _bot.RefusedAsync(() => _bot.OpensAsync())).RetryAfter);
        never.SetResult(1);
        await Task.WhenAll(hanging);
    }

    [Theory]
    [InlineData(410, ChatFault.Gone)]
    [InlineData(422, ChatFault.Refused)]
    public async Task What_is_refused_for_good_is_not_tried_again_and_is_no_fault_of_the_tracker(int status, ChatFault fault)
    {
        _github.Fails("POST", "/issues", status, """{"message":"Validation Failed","errors":[{"resource":"Issue","code":"invalid","field":"labels"}]}""");
        Assert.Equal(fault, (await _bot.RefusedAsync(() => _bot.OpensAsync())).Fault);
        Assert.Null(_bot.Fault);
    }

    [Fact]
    public async Task While_GitHub_has_trouble_nobody_else_asks_and_it_heals_by_itself()
    {
        _github.Fails("POST", "/issues", 502);
        var first = await _bot.RefusedAsync(() => _bot.OpensAsync());
        var second = await _bot.RefusedAsync(() => _bot.OpensAsync(item: 8));
        Assert.Equal((ChatFault.Temporary, 1), (second.Fault, _github.Asked.Count));
        Assert.Contains("trouble (502)", _bot.Fault, StringComparison.Ordinal);
        _bot.Time.Advance(first.RetryAfter!.Value);
        await _bot.OpensAsync(item: 8);
        Assert.Null(_bot.Fault);
    }

    [Fact]
    public async Task In_an_hour_without_GitHub_it_is_asked_a_few_times_only_and_then_opens_one_issue()
    {
        for (var hour = _bot.Time.GetUtcNow().AddHours(1); _bot.Time.GetUtcNow() < hour;)
        {
            _github.Fails("GET", "/issues", 503);
            _bot.Time.Advance((await _bot.RefusedAsync(() => _bot.OpensAsync(again: true))).RetryAfter!.Value);
        }
        Assert.InRange(_github.Asked.Count, 5, 25);
        await _bot.OpensAsync(again: true);
        Assert.Single(_github.Issues);
    }

    [Fact]
    public async Task The_token_is_in_no_error()
    {
        _github.Fails("POST", "/issues", 401, """{"message":"Bad credentials"}""");
        Assert.DoesNotContain(GitHubDouble.Token, (await _bot.RefusedAsync(() => _bot.OpensAsync())).ToString(), StringComparison.Ordinal);
    }

    private async Task RetriesAfter(TimeSpan wait)
    {
        var failure = await _bot.RefusedAsync(() => _bot.OpensAsync());
        Assert.Equal((ChatFault.Temporary, wait), (failure.Fault, failure.RetryAfter));
    }
}
