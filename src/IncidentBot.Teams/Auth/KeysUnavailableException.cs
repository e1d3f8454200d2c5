namespace IncidentBot.Teams.Auth;

/// <summary>The Connector's keys are not known now, so no token can be checked.</summary>
internal sealed class KeysUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
