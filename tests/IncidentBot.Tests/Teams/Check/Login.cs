using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IncidentBot.Tests.Teams.Check;

/// <summary>Where tokens are given, as Entra does.</summary>
internal sealed class Login : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Login(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single() + "/");

    /// <summary>Tenant and scope of what was asked for.</summary>
    public ConcurrentQueue<(string Tenant, string Scope)> Asked { get; } = new();

    /// <summary>The answer to the scope in place of a token; null for a token.</summary>
    public Func<string, IResult?> Instead { get; set; } = _ => null;

    public static async Task<Login> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var login = new Login(builder.Build());
        login._app.MapPost("/{tenant}/oauth2/v2.0/token", async (string tenant, HttpRequest request) =>
        {
            var scope = (await request.ReadFormAsync())["scope"].ToString();
            login.Asked.Enqueue((tenant, scope));
            return login.Instead(scope) ?? Results.Json(new { token_type = "Bearer", expires_in = 3599, access_token = "test-token" });
        });
        await login._app.StartAsync(TestContext.Current.CancellationToken);
        return login;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
