using IncidentBot.Core.Chat;
using IncidentBot.Core.Webhooks;
using IncidentBot.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IncidentBot.Tests.Webhooks;

public sealed class WebhookOutletTests : IAsyncLifetime
{
    private Receiver _receiver = null!;
    private ServiceProvider _services = null!;

    private WebhookOutlet Outlet => _services.GetRequiredService<WebhookOutlet>();

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.StartAsync();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddWebhooks(new([_receiver.Address], [Receiver.Secret, "another-test-secret"]));
        services.AddHttpClient(WebhookOutlet.ClientName).ConfigureHttpClient(client => client.Timeout = TimeSpan.FromMilliseconds(500));
        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_call_is_signed_and_carries_its_id()
    {
        Assert.Null(await Calls());
        var call = Assert.Single(_receiver.Calls);
        Assert.Equal(("/hooks/incidents", "evt_1", true, "incident.resolved"), (call.Path, call.Id, call.Signed, call.Type));
        Assert.Null(Outlet.Fault);
    }

    [Theory]
    [InlineData(500, "answered HTTP 500")]
    [InlineData(401, "answered HTTP 401")]
    [InlineData(429, "answered HTTP 429")]
    public async Task A_bad_answer_is_tried_again_later(int status, string words)
    {
        _receiver.AnswersWith(status);
        var failure = await Assert.ThrowsAsync<ChatException>(Calls);
        Assert.Equal(ChatFault.Temporary, failure.Fault);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Equal(failure.Message, Outlet.Fault);

        _receiver.AnswersWith(204);
        await Calls();
        Assert.Null(Outlet.Fault);
    }

    [Fact]
    public async Task Gone_is_not_tried_again()
    {
        _receiver.AnswersWith(410);
        var failure = await Assert.ThrowsAsync<ChatException>(Calls);
        Assert.Equal(ChatFault.Refused, failure.Fault);
        Assert.Contains("Take it out of Webhooks:Urls.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _receiver.AnswersWith(307);
        var failure = await Assert.ThrowsAsync<ChatException>(Calls);
        Assert.Contains("which is not followed", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["/hooks/incidents"], _receiver.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task A_slow_answer_is_not_waited_for()
    {
        _receiver.Answers = context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        var failure = await Assert.ThrowsAsync<ChatException>(Calls);
        Assert.Equal(ChatFault.Temporary, failure.Fault);
        Assert.Contains("did not answer within", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_so_without_the_path()
    {
        await _receiver.DisposeAsync();
        var failure = await Assert.ThrowsAsync<ChatException>(Calls);
        Assert.Contains("could not be reached", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hooks/incidents", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_for_an_address_that_is_no_longer_set_is_dropped()
    {
        Assert.Null(await Outlet.DoAsync(new CallWebhook("local", "another", "evt_1", "{}"), new("out:1"), TestContext.Current.CancellationToken));
        Assert.Empty(_receiver.Calls);
    }

    private Task<ChatEvent?> Calls() =>
        Outlet.DoAsync(new CallWebhook("local", WebhookSettings.NameOf(_receiver.Address), "evt_1", """{"type":"incident.resolved","data":{}}"""), new("out:1"), TestContext.Current.CancellationToken);
}
