using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Webhooks;

/// <summary>Tell one receiver of one event. Receivers wait for none of each other, and are told in the order in which things happened.</summary>
/// <param name="Receiver">Its <see cref="WebhookSettings.NameOf"/>.</param>
/// <param name="Event">Unique to what happened: the same on every try and for every receiver.</param>
/// <param name="Body">The JSON to the letter.</param>
public sealed record CallWebhook(string In, string Receiver, string Event, string Body) : Errand(In)
{
    public override string OrderKey => $"webhook:{Receiver}";
}
