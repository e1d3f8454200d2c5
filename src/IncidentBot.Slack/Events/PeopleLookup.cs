using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Events;

/// <summary>Who a user id is.</summary>
/// <param name="saidName">The name that the payload gives, for when Slack does not tell.</param>
internal delegate ValueTask<Person> PeopleLookup(string team, string user, string? saidName, CancellationToken ct);
