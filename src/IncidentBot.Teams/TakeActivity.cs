using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Teams;

/// <summary>Stores what Teams delivered, or answers what must be answered at once; when it returns, Teams may be told so.</summary>
/// <exception cref="Core.Bot.StoreUnavailableException">It was not stored: do not acknowledge.</exception>
internal delegate Task<InvokeAnswer> TakeActivity(JsonElement activity, CancellationToken ct);

/// <summary>The answer to an activity: of an invoke what the person sees, of all others an empty 200.</summary>
internal sealed record InvokeAnswer(int Status, JsonNode? Body)
{
    public static readonly InvokeAnswer Accepted = new(200, null);
}
