using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Slack.Events;

namespace IncidentBot.Slack.Intake;

/// <summary>Takes what Slack delivers, by HTTP or socket: stores it durably, then acknowledges it.</summary>
internal sealed class SlackIntake(IInbox inbox, TimeProvider time)
{
    /// <param name="payload">An event_callback envelope, an interaction, or a slash command as an object of strings.</param>
    /// <exception cref="StoreUnavailableException">It was not stored: do not acknowledge.</exception>
    public async Task<SlackAck> TakeAsync(JsonElement payload, CancellationToken ct)
    {
        if (PayloadReading.TeamOf(payload) is not { } team) return SlackAck.Empty;
        var identity = DeliveryIdentity.Of(payload, team);
        await inbox.AddAsync(new(identity.Id, SlackTranslator.Adapter, identity.OrderKey, payload.GetRawText(), time.GetUtcNow()), ct);
        return SlackAck.Empty;
    }
}
