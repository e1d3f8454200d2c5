using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Slack.Http;

/// <summary>The endpoints on a real server; what they take is kept in <see cref="Taken"/>.</summary>
internal sealed class EndpointsUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly SlackSignature _signature;

    private EndpointsUnderTest(WebApplication app, SlackSignature signature, FakeTimeProvider time)
    {
        (_app, _signature, Time) = (app, signature, time);
        _http = new() { BaseAddress = new(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public FakeTimeProvider Time { get; }

    public Uri Url => _http.BaseAddress!;

    public List<JsonElement> Taken { get; } = [];

    /// <summary>What is done with a delivery beyond keeping it.</summary>
    public Func<JsonElement, CancellationToken, Task<JsonNode?>> Take { get; set; } = (_, _) => Task.FromResult<JsonNode?>(null);

    public static async Task<EndpointsUnderTest> StartAsync()
    {
        var time = new FakeTimeProvider(new(2026, 11, 23, 14, 5, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var signature = new SlackSignature("secret-test", time);
        EndpointsUnderTest? started = null;
        new SlackEndpoints(signature, (payload, ct) => started!.TakeAsync(payload, ct), time, NullLogger<SlackEndpoints>.Instance).Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return started = new(app, signature, time);
    }

    public Task<HttpResponseMessage> PostJsonAsync(string json, string path = "/slack/events") => PostAsync(path, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(json));

    public Task<HttpResponseMessage> PostFormAsync(string form, string path = "/slack/commands") => PostAsync(path, "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(form));

    public Task<HttpResponseMessage> PostAsync(string path, string type, byte[] body) => SendAsync(Signed(path, type, body));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request, TestContext.Current.CancellationToken);

    public HttpRequestMessage Signed(string path, string type, byte[] body)
    {
        var timestamp = Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = Unsigned(path, type, body);
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
        request.Headers.Add(SlackSignature.SignatureHeader, _signature.Of(timestamp, body));
        return request;
    }

    public static HttpRequestMessage Unsigned(string path, string type, byte[] body) =>
        new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } } };

    public static async Task EmptyAsync(HttpStatusCode status, HttpResponseMessage answer)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private Task<JsonNode?> TakeAsync(JsonElement payload, CancellationToken ct)
    {
        lock (Taken) Taken.Add(payload);
        return Take(payload, ct);
    }
}
