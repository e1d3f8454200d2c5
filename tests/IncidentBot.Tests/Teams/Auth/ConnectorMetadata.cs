using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IncidentBot.Tests.Teams.Auth;

/// <summary>Where the Connector says which keys it signs with.</summary>
internal sealed class ConnectorMetadata : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _readings;

    private ConnectorMetadata(WebApplication app) => _app = app;

    public IReadOnlyList<SigningKey> Keys { get; set; } = [SigningKey.Teams, SigningKey.WebChat, SigningKey.Unendorsed, SigningKey.EndorsedForNone];

    /// <summary>Set: what is answered in place of the metadata or of the keys.</summary>
    public Func<string, IResult?> Instead { get; set; } = _ => null;

    /// <summary>How often the keys were read.</summary>
    public int Readings => Volatile.Read(ref _readings);

    public Uri Url => new($"{_app.Urls.Single()}/v1/.well-known/openidconfiguration");

    public static async Task<ConnectorMetadata> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var metadata = new ConnectorMetadata(builder.Build());
        metadata._app.MapGet("/v1/.well-known/openidconfiguration", () => metadata.Instead("metadata") ?? Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = $"{metadata._app.Urls.Single()}/v1/.well-known/keys" }));
        metadata._app.MapGet("/v1/.well-known/keys", () =>
        {
            Interlocked.Increment(ref metadata._readings);
            return metadata.Instead("keys") ?? Results.Json(new JsonObject { ["keys"] = new JsonArray([.. metadata.Keys.Select(key => key.Json)]) });
        });
        await metadata._app.StartAsync(TestContext.Current.CancellationToken);
        return metadata;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
