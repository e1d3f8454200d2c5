using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.Events.Interactivity;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Rooms;

namespace IncidentBot.Slack.Events;

/// <summary>Makes neutral events of what Slack delivers.</summary>
internal sealed class SlackTranslator(SlackPeople people, SlackBot bot, Conversations conversations)
{
    /// <summary>In <see cref="Delivery.Adapter"/>.</summary>
    public const string Adapter = "slack";

    /// <exception cref="ChatException">Temporary: a name or a conversation must be asked for, and Slack cannot be asked now.</exception>
    /// <exception cref="JsonException">The body is no JSON object.</exception>
    public async ValueTask<IReadOnlyList<ChatEvent>> TranslateAsync(Delivery delivery, CancellationToken ct)
    {
        var payload = WellFormedJson.ReadObject(delivery.Body) ?? throw new JsonException("The delivery holds no JSON object.");
        bot.Learn(payload);
        var told = await PayloadReading.ReadAsync(payload, bot.Known, people.FindAsync, delivery.ReceivedAt, ct);
        return told is [var said] && DirectPlace.PersonOf(said) is { } person ? [await DirectlyAsync(said, person, ct)] : told;
    }

    private async Task<ChatEvent> DirectlyAsync(ChatEvent said, PersonRef person, CancellationToken ct)
    {
        try
        {
            return said with { Place = await conversations.WithAsync(person, ct) };
        }
        catch (ChatException refused) when (refused.Fault is not ChatFault.Temporary)
        {
            return said; // who cannot be written to still did it
        }
    }
}
