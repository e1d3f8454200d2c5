using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Events;

/// <summary>The channels of a team in which the bot has heard anything.</summary>
/// <param name="team">The thread id of the team, <c>19:…</c>, which is that of its first channel.</param>
internal delegate ValueTask<IReadOnlyList<ChannelRef>> KnownChannels(string tenant, string team, CancellationToken ct);
