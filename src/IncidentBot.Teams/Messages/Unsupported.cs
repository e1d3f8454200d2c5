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

    /// <summary>The call itself is not known there; a 404 that names what is missing is about that.</summary>
    public static bool Tells(TeamsApiException refused) => refused.Status is HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented
        || (refused.Status is HttpStatusCode.NotFound && !refused.Code.EndsWith("NotFound", StringComparison.Ordinal) && !refused.Code.EndsWith("NotFoundInConversation", StringComparison.Ordinal));
}
