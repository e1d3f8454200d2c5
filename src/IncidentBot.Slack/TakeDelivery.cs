using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Slack;

/// <summary>Stores what Slack delivered, over either way in; when it returns, Slack may be told so. Returns the body of the acknowledgement; null for an empty one.</summary>
/// <exception cref="Core.Bot.StoreUnavailableException">It was not stored: do not acknowledge.</exception>
internal delegate Task<JsonNode?> TakeDelivery(JsonElement payload, CancellationToken ct);
