using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Tests.Tickets;

/// <summary>A tracker's API on a loopback port: what both doubles have in common, with the faults that a network and a busy service have.</summary>
public abstract class TrackerDouble : IAsyncDisposable
{
    private readonly Queue<Fault> _faults = [];
    private WebApplication? _server;

    /// <summary>What was asked, e.g. <c>POST /repos/acme/shop/issues</c>.</summary>
    public List<string> Asked { get; } = [];

    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    protected Lock Gate { get; } = new();

    /// <summary>The next request that matches is answered so, each fault once.</summary>
    /// <param name="lost">The request is worked on, and its answer never arrives.</param>
    public void Fails(string method, string pathEnd, int status = 0, string? body = null, bool lost = false, params (string Name, string Value)[] headers) =>
        _faults.Enqueue(new(method, pathEnd, status, body, lost, headers));

    public int Count(string beginning)
    {
        lock (Gate) return Asked.Count(asked => asked.StartsWith(beginning, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
        await _server.StartAsync();
        Url = new(_server.Urls.Single() + "/");
    }

    /// <summary>What the service answers when nothing is in the way.</summary>
    protected abstract Answer Work(HttpRequest request, string[] path, JsonObject? body);

    protected static Answer Json(HttpStatusCode status, JsonNode? body, params (string Name, string Value)[] headers) => new((int)status, body, headers);

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        Fault? fault;
        Answer answer;
        lock (Gate)
        {
            Asked.Add($"{context.Request.Method} {path}");
            fault = _faults.TryPeek(out var next) && next.Method == context.Request.Method && path.EndsWith(next.PathEnd, StringComparison.Ordinal) ? _faults.Dequeue() : null;
            answer = fault is null or { Lost: true } ? Work(context.Request, path.Split('/', StringSplitOptions.RemoveEmptyEntries), text.Length > 0 ? JsonNode.Parse(text)!.AsObject() : null)
                : new(fault.Status, fault.Body is null ? null : JsonNode.Parse(fault.Body), fault.Headers);
        }
        if (fault is { Lost: true })
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
        if (answer.Body is not { } written || answer.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(written.ToJsonString());
    }

    private sealed record Fault(string Method, string PathEnd, int Status, string? Body, bool Lost, (string Name, string Value)[] Headers);

    protected sealed record Answer(int Status, JsonNode? Body, (string Name, string Value)[] Headers);
}
