using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Http;
using IncidentBot.Teams.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Http;

/// <summary>Where Teams posts activities. Nothing of a body is looked at before its token is found good.</summary>
internal sealed class TeamsEndpoints(ActivityAuthentication authentication, TakeActivity take, RefusedRequests refused, TimeProvider time, ILogger<TeamsEndpoints> log)
{
    public const string Path = "/api/messages";
    public const int LargestBody = 1024 * 1024;

    /// <summary>Teams sends an activity again that is not answered in about 15 s. (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages)</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, AnswerAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        routes.Map(Path, RefuseMethod); // else a page that takes every address would answer
    }

    private static Task RefuseMethod(HttpContext context)
    {
        (context.Response.StatusCode, context.Response.Headers.Allow) = (StatusCodes.Status405MethodNotAllowed, HttpMethods.Post);
        return Task.CompletedTask;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var deadline = new CancellationTokenSource(AnswerWithin, time);
        try
        {
            await AnswerAsync(context, deadline.Token);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception late) when (late is StoreUnavailableException or OperationCanceledException)
        {
            log.LogWarning("An activity of Teams was not stored in time, so Teams is asked to send it again");
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (Exception bug)
        {
            log.LogError(bug, "An activity of Teams was not taken");
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private async Task AnswerAsync(HttpContext context, CancellationToken deadline)
    {
        // A web page can have a browser post to this machine, but not JSON without asking first.
        if (!context.Request.HasJsonContentType())
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }
        var (serviceUrl, unproven) = await authentication.CheckAsync(context.Request.Headers.Authorization, deadline);
        if (unproven is not null) Refuse(context, unproven);
        else if (await PostedBody.ReadAsync(context, deadline) is { } body)
        {
            if (WellFormedJson.ReadObject(body) is not { } activity || activity.Text("type") is not { Length: > 0 }) context.Response.StatusCode = StatusCodes.Status400BadRequest;
            else if (authentication.Refuses(activity, serviceUrl) is { } refusal) Refuse(context, refusal);
            else await TakeAsync(context, activity, deadline);
        }
    }

    private async Task TakeAsync(HttpContext context, JsonElement activity, CancellationToken deadline)
    {
        // Not ended with the connection: what Teams no longer waits for is stored all the same.
        var answer = await take(activity, deadline).WaitAsync(deadline);
        context.Response.StatusCode = answer.Status;
        if ((answer.Body ?? NothingSaid(activity)) is { } body) await context.Response.WriteAsJsonAsync(body, context.RequestAborted);
    }

    // Who expects replies in the answer gets none there: they are said as all others are.
    private static JsonObject? NothingSaid(JsonElement activity) => activity.Text("deliveryMode") == "expectReplies" && activity.Text("type") != "invoke" ? new() { ["activities"] = new JsonArray() } : null;

    private void Refuse(HttpContext context, Refusal refusal)
    {
        refused.Add(refusal);
        context.Response.StatusCode = refusal.Status;
    }
}
