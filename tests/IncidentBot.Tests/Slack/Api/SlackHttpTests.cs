using IncidentBot.Slack.Api;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IncidentBot.Tests.Slack.Api;

public sealed class SlackHttpTests
{
    [Fact]
    public void Redirects_are_not_followed_and_cookies_not_kept()
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System);
        services.AddSlackHttp();
        using var provider = services.BuildServiceProvider();

        var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(SlackHttp.ClientName);
        while (handler is DelegatingHandler outer) handler = outer.InnerHandler!;

        var primary = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.False(primary.AllowAutoRedirect);
        Assert.False(primary.UseCookies);
    }
}
