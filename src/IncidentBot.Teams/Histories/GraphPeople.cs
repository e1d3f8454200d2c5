using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Histories;

/// <summary>Who an Entra object id is.</summary>
/// <param name="saidName">The name that stands in the message.</param>
internal delegate ValueTask<Person> GraphPeople(string tenant, string id, string? saidName, CancellationToken ct);
