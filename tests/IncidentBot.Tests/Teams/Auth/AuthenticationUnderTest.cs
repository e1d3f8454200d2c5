using IncidentBot.Teams;
using IncidentBot.Teams.Auth;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Tests.Teams.Auth;

/// <summary>The check of tokens, with a Connector of ours and a clock that stands.</summary>
internal sealed class AuthenticationUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private AuthenticationUnderTest(ConnectorMetadata metadata, TeamsOptions options)
    {
        Metadata = metadata;
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time).AddSingleton(options with { MetadataUrl = metadata.Url });
        services.AddActivityAuthentication();
        _services = services.BuildServiceProvider();
    }

    public static TeamsOptions Options { get; } = new() { AppId = ConnectorToken.AppId, TenantId = "72f988bf-0000-4000-8000-2d7cd011db47", ClientSecret = "test-secret" };

    public FakeTimeProvider Time { get; } = new(new(2026, 11, 23, 14, 5, 0, TimeSpan.Zero));

    public ConnectorMetadata Metadata { get; }

    public ConnectorKeys Keys => _services.GetRequiredService<ConnectorKeys>();

    public ActivityAuthentication Authentication => _services.GetRequiredService<ActivityAuthentication>();

    public ConnectorToken Token => new(Time.GetUtcNow());

    public static async Task<AuthenticationUnderTest> StartAsync(TeamsOptions? options = null) => new(await ConnectorMetadata.StartAsync(), options ?? Options);

    public Task<(string? ServiceUrl, Refusal? Refusal)> CheckAsync(ConnectorToken token) => CheckAsync(token.Header);

    public Task<(string? ServiceUrl, Refusal? Refusal)> CheckAsync(string? authorization) => Authentication.CheckAsync(authorization, Xunit.TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Metadata.DisposeAsync();
    }
}
