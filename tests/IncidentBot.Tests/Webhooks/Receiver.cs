using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Tests.Webhooks;

/// <summary>A server that receives webhooks on loopback and checks them as docs/webhooks.md tells receivers to.</summary>
public sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "test-secret-test-secret";

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<Received> _calls = new();

    private Receiver(WebApplication server) => _server = server;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<Received> Calls => [.. _calls];

    /// <summary>Whether a call is answered well, or what else becomes of it.</summary>
    public Func<HttpContext, Task> Answers { get; set; } = _ => Task.CompletedTask;

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver._server.Run(receiver.ReceiveAsync);
        await receiver._server.StartAsync();
        receiver.Address = new(receiver._server.Urls.Single() + "/hooks/incidents");
        return receiver;
    }

    public void AnswersWith(int status) => Answers = context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = "/elsewhere";
        return context.Response.WriteAsync("an answer that nobody reads");
    };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        string Header(string name) => context.Request.Headers[name].ToString();
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{Header("webhook-id")}.{Header("webhook-timestamp")}.{body}")));
        _calls.Enqueue(new(context.Request.Path, Header("webhook-id"), Header("webhook-signature").Split(' ').Contains($"v1,{expected}"), JsonSerializer.Deserialize<JsonElement>(body)));
        await Answers(context);
    }
}

/// <param name="Signed">The signature is ours.</param>
public sealed record Received(string Path, string Id, bool Signed, JsonElement Body)
{
    public string? Type => Body.GetProperty("type").GetString();
}
