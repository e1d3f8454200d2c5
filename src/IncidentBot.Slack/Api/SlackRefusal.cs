using System.Net;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Slack.Api;

/// <summary>Makes an exception of an answer that is no success: the method, Slack's code, the scope that it needs and what Slack says about the arguments.</summary>
internal static class SlackRefusal
{
    private const int LongestRemark = 300;

    public static SlackApiException Of(string method, SlackAnswer answer, JsonElement body)
    {
        var error = body.Text("error") ?? "unknown_error";
        var wait = answer.AsksToWait || SlackErrors.AsksToWait(error);
        var needed = body.Text("needed") is { } scope ? $" It needs the scope {scope}: add it to the Slack app and install the app again." : "";
        var fault = answer.Status >= HttpStatusCode.InternalServerError ? ChatFault.Temporary : SlackErrors.FaultOf(method, wait ? SlackErrors.RateLimited : error);
        return new(error, fault, $"Slack refused {method}: {error}.{needed}{Remarks(body)}", wait ? answer.Wait : null) { Answer = body };
    }

    public static SlackApiException WithoutJson(string method, SlackAnswer answer) => answer.Status is HttpStatusCode.TooManyRequests
        ? new(SlackErrors.RateLimited, ChatFault.Temporary, $"Slack refused {method}: {SlackErrors.RateLimited}.", answer.Wait)
        : new(SlackErrors.NoAnswer, ChatFault.Temporary, $"Slack gave no answer to {method}: HTTP {(int)answer.Status} without Slack's JSON.");

    private static string Remarks(JsonElement body)
    {
        if (body.Part("response_metadata") is not { } metadata) return "";
        var remarks = string.Join(" ", metadata.Items("messages").Select(remark => remark.ToString()));
        return remarks.Length == 0 ? "" : " " + Excerpt.Of(remarks, LongestRemark);
    }
}
