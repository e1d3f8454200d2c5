using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Teams;
using IncidentBot.Teams.Auth;
using IncidentBot.Teams.Http;
using IncidentBot.Tests.Teams.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Teams.Http;

/// <summary>The endpoint on a real server; what it takes is kept in <see cref="Taken"/>, what it logs in <see cref="Logged"/>.</summary>
internal sealed class EndpointsUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly ConnectorMetadata _metadata;

    private EndpointsUnderTest(WebApplication app, ConnectorMetadata metadata, FakeTimeProvider time, LoggedLines logged)
    {
        (_app, _metadata, Time, Logged) = (app, metadata, time, logged);
        _http = new() { BaseAddress = new(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public FakeTimeProvider Time { get; }

    public LoggedLines Logged { get; }

    public Uri Url => _http.BaseAddress!;

    public ConnectorToken Token => new(Time.GetUtcNow());

    public long Refused => _app.Services.GetRequiredService<RefusedRequests>().Count;

    public List<JsonElement> Taken { get; } = [];

    /// <summary>What is done with an activity beyond keeping it.</summary>
    public TakeActivity Take { get; set; } = (_, _) => Task.FromResult(InvokeAnswer.Accepted);

    public static async Task<EndpointsUnderTest> StartAsync(TeamsOptions? options = null)
    {
        var (time, logged) = (new FakeTimeProvider(new(2026, 11, 23, 14, 5, 0, TimeSpan.Zero)), new LoggedLines());
        var metadata = await ConnectorMetadata.StartAsync();
        EndpointsUnderTest? started = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(logged);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton((options ?? AuthenticationUnderTest.Options) with { MetadataUrl = metadata.Url });
        builder.Services.AddActivityAuthentication();
        builder.Services.AddSingleton<RefusedRequests>().AddSingleton<TeamsEndpoints>().AddSingleton<TakeActivity>((activity, ct) => started!.TakeAsync(activity, ct));
        var app = builder.Build();
        app.Services.GetRequiredService<TeamsEndpoints>().Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return started = new(app, metadata, time, logged);
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity) => PostAsync(activity.ToJsonString());

    public Task<HttpResponseMessage> PostAsync(string body, string? authorization = null, string type = "application/json; charset=utf-8") =>
        SendAsync(Request(Encoding.UTF8.GetBytes(body), authorization ?? Token.Header, type));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request, TestContext.Current.CancellationToken);

    /// <param name="authorization">Empty: no header.</param>
    public static HttpRequestMessage Request(byte[] body, string authorization, string type = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, TeamsEndpoints.Path) { Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } } };
        if (authorization.Length > 0) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return request;
    }

    public static async Task EmptyAsync(HttpStatusCode status, HttpResponseMessage answer)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _metadata.DisposeAsync();
    }

    private Task<InvokeAnswer> TakeAsync(JsonElement activity, CancellationToken ct)
    {
        lock (Taken) Taken.Add(activity);
        return Take(activity, ct);
    }
}
