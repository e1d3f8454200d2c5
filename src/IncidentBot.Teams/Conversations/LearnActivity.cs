using System.Text.Json;

namespace IncidentBot.Teams.Conversations;

/// <summary>Learns who and where from what Teams delivered, before it is acknowledged; durable when it returns. Costs nothing where all is known.</summary>
/// <exception cref="Core.Bot.StoreUnavailableException">It was not kept.</exception>
internal delegate Task LearnActivity(JsonElement activity, CancellationToken ct);
