using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Events;

/// <summary>Who an id is.</summary>
/// <param name="id">The Entra object id, else the <c>29:</c> id.</param>
/// <param name="saidName">The name that the activity gives, for when nobody knows better.</param>
/// <param name="met">Where they did something or were named: there they can be asked for.</param>
internal delegate ValueTask<Person> PeopleLookup(string tenant, string id, string? saidName, ChannelRef met, CancellationToken ct);
