using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Histories;

/// <summary>The id under which Graph knows the team of a channel; null when it is not known.</summary>
internal delegate Task<string?> TeamGroup(ChannelRef channel, CancellationToken ct);
