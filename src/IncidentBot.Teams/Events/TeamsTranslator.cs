using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Events;

/// <summary>Makes neutral events of what Teams delivers.</summary>
internal sealed class TeamsTranslator(PeopleLookup people, KnownChannels channels)
{
    /// <summary>In <see cref="Delivery.Adapter"/>.</summary>
    public const string Adapter = "teams";

    /// <exception cref="ChatException">Temporary: somebody must be asked for, and Teams cannot be asked now.</exception>
    /// <exception cref="JsonException">The body is no JSON object.</exception>
    public ValueTask<IReadOnlyList<ChatEvent>> TranslateAsync(Delivery delivery, CancellationToken ct) =>
        ActivityReading.ReadAsync(WellFormedJson.ReadObject(delivery.Body) ?? throw new JsonException("The delivery holds no JSON object."), new(people, channels), delivery.ReceivedAt, ct);
}
