using System.Text.Json.Nodes;

namespace IncidentBot.Teams.Rendering;

/// <summary>A piece of a card's body that is never parted.</summary>
/// <param name="Length">What it takes of a message.</param>
/// <param name="Table">Not null: the piece is a row of this table.</param>
internal sealed record TeamsElement(TeamsElementKind Kind, JsonObject Json, int Length, TeamsTable? Table = null);

internal enum TeamsElementKind
{
    Text,
    Row,
    Buttons,
}
