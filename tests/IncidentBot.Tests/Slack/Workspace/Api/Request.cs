using IncidentBot.Tests.Slack.Workspace.State;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>Reads a call: a form, with the token in the header and nowhere else.</summary>
internal static class Request
{
    private static readonly string[] TokenBeginnings = ["xoxb-", "xapp-", "xoxp-"];

    public static async Task<(string? Token, IReadOnlyDictionary<string, string> Arguments)> ReadAsync(HttpContext context, WorkspaceState state)
    {
        var request = context.Request;
        var arguments = request.HasFormContentType
            ? (await request.ReadFormAsync(context.RequestAborted)).ToDictionary(field => field.Key, field => field.Value.ToString())
            : [];
        var query = request.QueryString.ToString();
        if (query.Length > 0) state.Violations.Enqueue($"{request.Path} was called with a query");
        if (arguments.ContainsKey("token") || TokenBeginnings.Any(beginning => query.Contains(beginning, StringComparison.Ordinal) || arguments.Values.Any(value => value.Contains(beginning, StringComparison.Ordinal))))
            state.Violations.Enqueue($"A token stands in a query or a body of {request.Path}");
        var header = request.Headers.Authorization.ToString();
        return (header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null, arguments);
    }
}
