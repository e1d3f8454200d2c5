using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>Writes an answer; returns its outcome for the record.</summary>
internal static class Response
{
    public static async Task<string> JsonAsync(HttpContext context, JsonObject answer, WorkspaceOptions options)
    {
        context.Response.Headers["x-oauth-scopes"] = string.Join(',', options.Scopes);
        context.Response.Headers["x-slack-req-id"] = context.TraceIdentifier;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.ToJsonString());
        if ((bool?)answer["ok"] == true) return "ok";
        return string.Join(' ', new[] { (string?)answer["error"] ?? "" }.Concat((answer["response_metadata"]?["messages"] as JsonArray ?? []).Select(message => (string?)message ?? "")));
    }

    public static async Task<string> LimitedAsync(HttpContext context, string? retryAfter)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync("""{"ok":false,"error":"ratelimited"}""");
        return "429";
    }

    public static async Task<string> BrokenAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<html><body>Something went wrong</body></html>");
        return context.Response.StatusCode.ToString(CultureInfo.InvariantCulture);
    }
}
