using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Rendering;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Messages;

/// <summary>Messages that one person sees, until they reload.</summary>
/// <remarks>The answer to a command goes to its response URL, which works also where the bot is no member. Without one, and in threads, Slack asks for the person and
/// the bot to be in the channel (https://docs.slack.dev/reference/methods/chat.postEphemeral); what it refuses is for the caller to say elsewhere.</remarks>
internal sealed class Whispers(SlackApi api, SlackWire wire, ResponseUrls urls, ILogger<Whispers> log)
{
    public async Task WhisperAsync(Place to, PersonRef person, Card card, CancellationToken ct)
    {
        foreach (var page in SlackCard.Of(card))
            if (to.Thread is not null || urls.Take(to.Channel.Id, person.Id) is not { } url || !await AnswerAsync(url, page, ct))
                await api.CallAsync("chat.postEphemeral", Ephemeral(to, person, page), ct);
    }

    private static SlackArguments Ephemeral(Place to, PersonRef person, SlackMessage page) => new()
    {
        ["channel"] = to.Channel.Id,
        ["thread_ts"] = to.Thread,
        ["user"] = person.Id,
        ["text"] = page.Text,
        ["blocks"] = page.Blocks,
    };

    /// <summary>https://docs.slack.dev/interactivity/handling-user-interaction#message_responses</summary>
    private async Task<bool> AnswerAsync(Uri url, SlackMessage page, CancellationToken ct)
    {
        var body = new JsonObject { ["response_type"] = "ephemeral", ["replace_original"] = false, ["text"] = page.Text, ["blocks"] = page.Blocks.DeepClone() };
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        try
        {
            var answer = await wire.SendAsync(request, "a command's response", ct);
            if (answer.Status is HttpStatusCode.OK && answer.Json()?.Text("error") is null) return true; // The body is "ok", or JSON.
            log.LogInformation("A command could not be answered where it was given (HTTP {Status}); it is whispered instead", (int)answer.Status);
        }
        catch (SlackApiException failure)
        {
            log.LogInformation("A command could not be answered where it was given; it is whispered instead: {Reason}", failure.Message);
        }
        return false;
    }
}
