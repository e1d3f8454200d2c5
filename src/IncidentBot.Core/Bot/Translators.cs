using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Bot;

/// <summary>Makes neutral events of an adapter's deliveries.</summary>
/// <param name="Adapter">The adapter's name in <see cref="Delivery.Adapter"/>.</param>
/// <param name="Translate">Null for a delivery that means nothing to the bot. Throws when the body cannot be read: the delivery is parked.</param>
public sealed record Translator(string Adapter, Func<Delivery, ChatEvent?> Translate);

public sealed class Translators(IEnumerable<Translator> all)
{
    /// <summary>The adapter name of deliveries whose body is a <see cref="ChatEvent"/> in our own JSON.</summary>
    public const string Own = "own";

    private readonly Dictionary<string, Translator> _byAdapter = all.Append(new(Own, delivery => BotJson.Read<ChatEvent>(delivery.Body))).ToDictionary(translator => translator.Adapter);

    /// <exception cref="InvalidOperationException">The adapter is not set up any more.</exception>
    public ChatEvent? Translate(Delivery delivery) =>
        _byAdapter.TryGetValue(delivery.Adapter, out var translator)
            ? translator.Translate(delivery)
            : throw new InvalidOperationException($"No adapter named {delivery.Adapter} is set up; its delivery {delivery.Id} waits on record.");
}
