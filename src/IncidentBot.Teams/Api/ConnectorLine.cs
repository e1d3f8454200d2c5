namespace IncidentBot.Teams.Api;

/// <summary>Whose limits a call counts against: those of a conversation, and those of its tenant.</summary>
/// <param name="Conversation">Of a thread, its channel: the limits are the channel's.</param>
internal sealed record ConnectorLine(string Tenant, string Conversation);
