using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events;

/// <summary>An event of the Events API (docs.slack.dev/apis/events-api) with what its envelope tells.</summary>
/// <param name="Body">The inner <c>event</c>.</param>
/// <param name="At">When it happened.</param>
internal sealed record SlackEvent(Reading Reading, JsonElement Body, DateTimeOffset At)
{
    public static SlackEvent Of(JsonElement envelope, Reading reading, DateTimeOffset receivedAt)
    {
        var body = envelope.Part("event") ?? default;
        return new(reading, body, SlackTime.Read(body.Filled("event_ts")) ?? SlackTime.Read(body.Filled("ts")) ?? SlackTime.Read(TimeOf(envelope)) ?? receivedAt);
    }

    public string Team => Reading.Team;

    /// <summary>Who did it, where Slack says who.</summary>
    public ValueTask<Person> ByAsync(CancellationToken ct) => Body.Id("user") is { } user ? Reading.People(Team, user, null, ct) : ValueTask.FromResult(MessageAuthor.Nobody(Team));

    private static string? TimeOf(JsonElement envelope) => envelope.Part("event_time") is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : envelope.Filled("event_time");
}
