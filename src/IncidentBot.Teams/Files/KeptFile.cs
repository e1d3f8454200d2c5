namespace IncidentBot.Teams.Files;

/// <summary>A file that is kept for its download.</summary>
/// <param name="Pieces">How many records hold its text.</param>
internal sealed record KeptFile(string Name, int Pieces, DateTimeOffset Until);
