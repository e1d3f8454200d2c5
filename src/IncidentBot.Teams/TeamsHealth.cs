using IncidentBot.Core.Bot;
using IncidentBot.Teams.Auth;
using IncidentBot.Teams.Tokens;

namespace IncidentBot.Teams;

/// <summary>Whether Teams can be spoken to and heard.</summary>
internal sealed class TeamsHealth(BotTokens tokens, ConnectorKeys keys) : IAdapterHealth
{
    public string Name => "teams";

    public string? Fault => tokens.Fault ?? keys.Fault;
}
