using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Bot;

/// <summary>Makes neutral events of an adapter's deliveries.</summary>
/// <param name="Adapter">The adapter's name in <see cref="Delivery.Adapter"/>.</param>
/// <param name="TranslateAsync">What a delivery tells, in order; nothing for one that means nothing to the bot. Throws when the body cannot be read: the delivery is parked.
/// Throws a temporary <see cref="ChatException"/> when the platform must be asked first and cannot be: the delivery waits.</param>
public sealed record Translator(string Adapter, Func<Delivery, CancellationToken, ValueTask<IReadOnlyList<ChatEvent>>> TranslateAsync);

public sealed class Translators(IEnumerable<Translator> all)
{
    /// <summary>The adapter name of deliveries whose body is a <see cref="ChatEvent"/> in our own JSON.</summary>
    public const string Own = "own";

    private readonly Dictionary<string, Translator> _byAdapter = all.Append(new(Own, (delivery, _) => ValueTask.FromResult<IReadOnlyList<ChatEvent>>([BotJson.Read<ChatEvent>(delivery.Body)]))).ToDictionary(translator => translator.Adapter);

    /// <exception cref="InvalidOperationException">The adapter is not set up any more.</exception>
    public ValueTask<IReadOnlyList<ChatEvent>> TranslateAsync(Delivery delivery, CancellationToken ct) =>
        _byAdapter.TryGetValue(delivery.Adapter, out var translator)
            ? translator.TranslateAsync(delivery, ct)
            : throw new InvalidOperationException($"No adapter named {delivery.Adapter} is set up; its delivery {delivery.Id} waits on record.");
}
