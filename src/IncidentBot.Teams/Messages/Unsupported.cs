using System.Net;
using IncidentBot.Teams.Api;

namespace IncidentBot.Teams.Messages;

/// <summary>What Teams in this cloud turned out not to have; asked for once in the life of the process.</summary>
internal sealed class Unsupported
{
    private volatile bool _whispers;
    private volatile bool _reactions;

    public bool Whispers => _whispers;

    public bool Reactions => _reactions;

    public void NoWhispers() => _whispers = true;

    public void NoReactions() => _reactions = true;

    /// <summary>The call itself is not known or not allowed there; a refusal that names what it is about is about that alone.</summary>
    public static bool Tells(TeamsApiException refused) => refused.Status switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented => true,
        HttpStatusCode.NotFound => !refused.Code.Contains("NotFound", StringComparison.Ordinal),
        HttpStatusCode.Forbidden => !ConnectorErrors.IsOfConversation(refused.Code),
        _ => false,
    };
}
