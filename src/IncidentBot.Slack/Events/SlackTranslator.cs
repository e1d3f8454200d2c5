using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.People;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Events;

/// <summary>Makes neutral events of what Slack delivers.</summary>
internal sealed class SlackTranslator(SlackPeople people, SlackBot bot, ILogger<SlackTranslator> log)
{
    /// <summary>In <see cref="Delivery.Adapter"/>.</summary>
    public const string Adapter = "slack";

    /// <exception cref="ChatException">Temporary: a person's name must be asked for, and Slack cannot be asked now.</exception>
    public async ValueTask<IReadOnlyList<ChatEvent>> TranslateAsync(Delivery delivery, CancellationToken ct)
    {
        var payload = SlackPayload.Parse(delivery.Body);
        bot.Learn(payload);
        var told = await PayloadReading.ReadAsync(payload, bot.Known, people.FindAsync, delivery.ReceivedAt, ct);
        if (told.Count == 0) log.LogDebug("Delivery {DeliveryId} of type {Type} means nothing to the bot", delivery.Id, payload.Part("event")?.Text("type") ?? payload.Text("type"));
        return told;
    }
}
