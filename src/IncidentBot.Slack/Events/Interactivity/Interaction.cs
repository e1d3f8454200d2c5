using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events.Interactivity;

/// <summary>What somebody did with a button, a form or a menu of ours (docs.slack.dev/reference/interaction-payloads).</summary>
/// <param name="At">When it happened, or else came: not every payload has a time.</param>
internal sealed record Interaction(Reading Reading, JsonElement Payload, DateTimeOffset At)
{
    public string Team => Reading.Team;

    public string? User => Payload.Id("user");

    public ValueTask<Person> ByAsync(string user, CancellationToken ct) =>
        Reading.People(Team, user, Payload.Part("user")?.Filled("name") ?? Payload.Part("user")?.Filled("username"), ct);
}
