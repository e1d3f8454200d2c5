using IncidentBot.Core.Bot;
using IncidentBot.Teams.Api;
using IncidentBot.Teams.Auth;

namespace IncidentBot.Teams;

/// <summary>Whether Teams can be spoken to and heard.</summary>
internal sealed class TeamsHealth(ConnectorApi api, ConnectorKeys keys) : IAdapterHealth
{
    public string Name => "teams";

    public string? Fault => api.Fault ?? keys.Fault;
}
