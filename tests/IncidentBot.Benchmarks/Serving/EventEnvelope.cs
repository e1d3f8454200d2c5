using System.Globalization;
using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Benchmarks.Serving;

/// <summary>A message event as Slack delivers it.</summary>
internal static class EventEnvelope
{
    public const string Adapter = "bench";

    public static readonly Translator Translator = new(Adapter, (delivery, _) => ValueTask.FromResult<IReadOnlyList<ChatEvent>>([Translate(delivery)]));

    public static Delivery Delivered(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        using var json = JsonDocument.Parse(body);
        var channel = ChannelOf(json.RootElement);
        return new($"slack:{IdOf(json.RootElement)}", Adapter, channel.ToString(), System.Text.Encoding.UTF8.GetString(body.Span), now);
    }

    private static MessagePosted Translate(Delivery delivery)
    {
        using var json = JsonDocument.Parse(delivery.Body);
        var said = json.RootElement.GetProperty("event");
        var channel = ChannelOf(json.RootElement);
        var user = said.GetProperty("user").GetString()!;
        var seconds = decimal.Parse(said.GetProperty("ts").GetString()!, CultureInfo.InvariantCulture);
        // Not the ts as id: the load generator gives the same one again in another run.
        return new(
            DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)),
            new(new(channel.Workspace, user), user, "Etc/UTC"),
            new(channel),
            new(channel, IdOf(json.RootElement)),
            said.GetProperty("text").GetString()!);
    }

    private static string IdOf(JsonElement envelope) => envelope.GetProperty("event_id").GetString()!;

    private static ChannelRef ChannelOf(JsonElement envelope) => new(envelope.GetProperty("team_id").GetString()!, envelope.GetProperty("event").GetProperty("channel").GetString()!);
}
