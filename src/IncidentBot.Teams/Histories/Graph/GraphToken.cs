namespace IncidentBot.Teams.Histories.Graph;

/// <summary>The app's token for Microsoft Graph, for the data of one tenant.</summary>
/// <param name="fresh">The one that was given last was refused.</param>
internal delegate Task<string> GraphToken(string tenant, bool fresh, CancellationToken ct);
