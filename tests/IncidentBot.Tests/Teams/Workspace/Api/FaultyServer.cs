using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tests.Teams.Workspace.Api;

/// <summary>Answers calls, lets go wrong what shall, and keeps a record.</summary>
public sealed class FaultyServer
{
    private readonly ConcurrentQueue<Recorded> _calls = new();

    public ApiFaults Faults { get; } = new();

    /// <summary>Every call so far, in the order of the answers.</summary>
    public IReadOnlyList<Recorded> Calls => [.. _calls];

    public IReadOnlyList<Recorded> CallsOf(string operation) => [.. _calls.Where(call => call.Operation == operation)];

    public async Task HandleAsync(HttpContext context, string operation, Func<JsonNode?, Answer> answer)
    {
        var body = await ReadAsync(context.Request);
        if (Faults.Slowness > TimeSpan.Zero) await Task.Delay(Faults.Slowness, TimeProvider.System);
        var outcome = Faults.IsDown ? Drop() : await AnswerAsync();
        _calls.Enqueue(new(operation, context.Request.Method, context.Request.Path + context.Request.QueryString, body, TimeProvider.System.GetUtcNow(), outcome));

        async Task<string> AnswerAsync()
        {
            switch (Faults.Take(operation))
            {
                case Fault.Throttled { RetryAfter: var wait }:
                    return await WriteAsync(Answer.Refused(429, "Throttled", "Too many requests") with { RetryAfter = wait });
                case Fault.Broken { Status: var status, AfterDoing: var done }:
                    if (done) answer(body);
                    return await WriteAsync(status == 412 ? Answer.Refused(412, "PreconditionFailed", "Precondition failed, please retry") : new(status));
                case Fault.Dropped { AfterDoing: var done }:
                    if (done) answer(body);
                    return Drop();
                case Fault.Refused { Status: var status, Code: var code }:
                    return await WriteAsync(Answer.Refused(status, code, "As asked for"));
                case Fault.Slow { By: var time }:
                    await Task.Delay(time, TimeProvider.System);
                    break;
            }
            return await WriteAsync(Tried());
        }

        Answer Tried()
        {
            try
            {
                return answer(body);
            }
            catch (RefusalException refusal)
            {
                return Answer.Refused(refusal.Status, refusal.Code, refusal.Message);
            }
        }

        async Task<string> WriteAsync(Answer written)
        {
            context.Response.StatusCode = written.Status;
            if (written.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait;
            if (written.Body is not null)
            {
                context.Response.ContentType = "application/json; charset=utf-8";
                await context.Response.WriteAsync(written.Body.ToJsonString());
            }
            return written.Outcome;
        }

        string Drop()
        {
            context.Abort();
            return "dropped";
        }
    }

    /// <summary>A form as an object of its fields.</summary>
    private static async Task<JsonNode?> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType) return new JsonObject((await request.ReadFormAsync()).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value.ToString())));
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text.Length.ToString(CultureInfo.InvariantCulture) + " characters that are no JSON");
        }
    }
}
