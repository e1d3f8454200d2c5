namespace IncidentBot.Teams.Events.Text;

/// <summary>A part of a message: running words, or a mention.</summary>
/// <param name="Text">The words; of a mention the name as it stands, without an @.</param>
/// <param name="Mention">Null for words; of a mention its number in the message, empty where it has none.</param>
internal sealed record TextPiece(string Text, string? Mention = null);
