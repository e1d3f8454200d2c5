using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Events;
using IncidentBot.Slack.People;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Intake;

/// <summary>Takes what Slack delivers, by HTTP or socket: stores it durably, then acknowledges it.</summary>
/// <remarks>Nothing here asks Slack, save to open a form. What tells nothing is counted and not stored.</remarks>
internal sealed class SlackIntake(
    IInbox inbox, FormAtOnce forms, SlackPeople people, SlackBot bot, SlackUpkeep upkeep, ResponseUrls responseUrls, IgnoredPayloads ignored, TimeProvider time, ILogger<SlackIntake> log)
{
    /// <param name="payload">An event_callback envelope, an interaction, or a slash command as an object of strings.</param>
    /// <exception cref="StoreUnavailableException">It was not stored: do not acknowledge.</exception>
    public async Task<SlackAck> TakeAsync(JsonElement payload, CancellationToken ct)
    {
        bot.Learn(payload);
        var team = PayloadReading.TeamOf(payload, bot.Known);
        if (team is not null && upkeep.Takes(payload, team)) return SlackAck.Empty;
        var told = await TellsAsync(payload, ct);
        if (team is null || told is [])
        {
            ignored.Count(payload);
            return SlackAck.Empty;
        }
        if (AnswerUrlOf(payload) is var (channel, user, url)) responseUrls.Keep(channel, user, url);
        if (told is [var said] && await AtOnceAsync(payload, said, ct) is { } answer) return answer;
        var identity = DeliveryIdentity.Of(payload, team);
        await inbox.AddAsync(new(identity.Id, SlackTranslator.Adapter, identity.OrderKey, payload.GetRawText(), time.GetUtcNow()), ct);
        return SlackAck.Empty;
    }

    /// <summary>What the payload tells, with people as they are known now; null when it cannot be read, which must lose nothing.</summary>
    private async ValueTask<IReadOnlyList<ChatEvent>?> TellsAsync(JsonElement payload, CancellationToken ct)
    {
        try
        {
            return await PayloadReading.ReadAsync(payload, bot.Known, (team, user, name, _) => ValueTask.FromResult(people.Known(team, user, name)), time.GetUtcNow(), ct);
        }
        catch (Exception bug) when (!ct.IsCancellationRequested)
        {
            log.LogError(bug, "A payload of Slack could not be read; it is stored as it came");
            return null;
        }
    }

    /// <summary>Null when it is to be stored.</summary>
    private async Task<SlackAck?> AtOnceAsync(JsonElement payload, ChatEvent said, CancellationToken ct)
    {
        if (said is not FormSubmitted submitted) return await forms.OpenAsync(payload, said, ct) ? SlackAck.Empty : null;
        var faults = await forms.FaultsAsync(submitted, ct);
        if (faults.Count == 0) return null;
        return new(new JsonObject { ["response_action"] = "errors", ["errors"] = new JsonObject(faults.Select(fault => KeyValuePair.Create(fault.Key, (JsonNode?)fault.Value))) });
    }

    private static (string Channel, string User, string Url)? AnswerUrlOf(JsonElement payload) =>
        payload.Filled("response_url") is { } url && (payload.Filled("channel_id") ?? payload.Id("channel")) is { } channel && (payload.Filled("user_id") ?? payload.Id("user")) is { } user
            ? (channel, user, url)
            : null;
}
