using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Http;

/// <summary>Where Slack posts events, commands and interactions. Nothing of a body is looked at before its signature is found good.</summary>
/// <remarks>The three take the same, so that each may be given to Slack for any.</remarks>
internal sealed class SlackEndpoints(SlackSignature signature, TakeDelivery take, TimeProvider time, ILogger<SlackEndpoints> log)
{
    public const int LargestBody = 1024 * 1024;

    /// <summary>Slack gives 3 s. What is stored later is found by its id when Slack sends it again.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2.5);

    private static readonly string[] Paths = ["/slack/events", "/slack/commands", "/slack/interactions"];
    private static readonly TimeSpan WarnEvery = TimeSpan.FromMinutes(1);

    private long _warned; // a timestamp, which clocks that are set do not change

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var path in Paths) routes.MapPost(path, AnswerAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var deadline = new CancellationTokenSource(AnswerWithin, time);
        if (await PostedBody.ReadAsync(context, deadline.Token) is not { } body) return;
        var headers = context.Request.Headers;
        if (signature.Refuses(headers[SlackSignature.TimestampHeader], headers[SlackSignature.SignatureHeader], body) is { } why)
        {
            Warn(why);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (PostedPayload.Read(context.Request.ContentType, body) is { } payload) await AnswerAsync(context, payload, deadline.Token);
        else context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private Task AnswerAsync(HttpContext context, JsonElement payload, CancellationToken deadline)
    {
        if (payload.Text("ssl_check") == "1") return Task.CompletedTask; // asks whether our certificate is good
        if (payload.Text("type") != "url_verification") return TakeAsync(context, payload, deadline);
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(payload.Text("challenge") ?? "", context.RequestAborted);
    }

    private async Task TakeAsync(HttpContext context, JsonElement payload, CancellationToken deadline)
    {
        try
        {
            // Not ended with the connection: what Slack no longer waits for is stored all the same.
            if (await take(payload, deadline).WaitAsync(deadline) is { } body) await context.Response.WriteAsJsonAsync(body, context.RequestAborted);
        }
        catch (Exception late) when (late is StoreUnavailableException or OperationCanceledException)
        {
            log.LogWarning("A delivery of Slack was not stored in time, so Slack is asked to send it again");
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (Exception bug)
        {
            log.LogError(bug, "A delivery of Slack was not taken");
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    // Whoever knows the address can post to it: that must not fill the log.
    private void Warn(string why)
    {
        var warned = Volatile.Read(ref _warned);
        if (warned != 0 && time.GetElapsedTime(warned) < WarnEvery) return;
        Volatile.Write(ref _warned, time.GetTimestamp());
        log.LogWarning("A request to Slack's endpoints was refused because {Reason}. If it was Slack's: is Slack:SigningSecret that of the app, and the clock right? More of these are not logged for a minute", why);
    }
}
