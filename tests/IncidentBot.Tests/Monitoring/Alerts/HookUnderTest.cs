using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Monitoring.Alerts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Tests.Monitoring.Alerts;

/// <summary>The hooks on a server of their own, with an inbox that the test looks into, and no chat.</summary>
internal sealed class HookUnderTest : IInbox, IAsyncDisposable
{
    public const string Secret = "test-secret-of-alerts";
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private HookUnderTest(AlertMapping mapping)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IInbox>(this);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(new Chats([]));
        builder.Services.AddAlerts(new() { Secret = Secret, Channel = "incidents", Mapping = mapping });
        _app = builder.Build();
        _app.MapAlerts();
        _http = new();
    }

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 23, 14, 0, 0, TimeSpan.Zero));

    public ConcurrentQueue<Delivery> Stored { get; } = [];

    /// <summary>What storing throws; null: it stores.</summary>
    public Exception? Full { get; set; }

    public IEnumerable<Translator> Translators => _app.Services.GetServices<Translator>();

    public static async Task<HookUnderTest> StartAsync(AlertMapping? mapping = null)
    {
        var test = new HookUnderTest(mapping ?? new());
        await test._app.StartAsync();
        test._http.BaseAddress = new(test._app.Urls.Single());
        return test;
    }

    public static string Bearer() => $"Bearer {Secret}";

    public static string Basic(string pair) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))}";

    /// <summary>Status and words of the answer.</summary>
    public async Task<(int Status, string Words)> PostsAsync(string body, string path = "/hooks/alertmanager", string? authorization = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type)) };
        request.Headers.ExpectContinue = true; // so that an answer that comes before the body is heard
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends the head of a request and nothing of its body. The first line of the answer.</summary>
    public async Task<string?> AnnouncesAsync(int length, string authorization)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(_http.BaseAddress!.Host, _http.BaseAddress.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /hooks/alertmanager HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {length.ToString(CultureInfo.InvariantCulture)}\r\nAuthorization: {authorization}\r\n\r\n"));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(deadline.Token);
    }

    public Task<bool> AddAsync(Delivery delivery, CancellationToken ct)
    {
        if (Full is { } full) return Task.FromException<bool>(full);
        Stored.Enqueue(delivery);
        return Task.FromResult(true);
    }

    public Task<Lease> NextAsync(int limit, CancellationToken ct) => throw new NotSupportedException();

    public Task ParkAsync(Delivery delivery, string error, CancellationToken ct) => throw new NotSupportedException();

    public void Release(Lease lease) => throw new NotSupportedException();

    public Task<QueueDepth> DepthAsync(CancellationToken ct) => throw new NotSupportedException();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
