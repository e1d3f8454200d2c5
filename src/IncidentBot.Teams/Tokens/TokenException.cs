using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Tokens;

/// <summary>The bot gets no token. Somebody can mend that, so what was to be said waits.</summary>
/// <param name="lasting">Trying again does not help before a setting is changed.</param>
internal sealed class TokenException(string message, bool lasting, TimeSpan? retryAfter = null, Exception? inner = null) : ChatException(ChatFault.Temporary, message, retryAfter, inner)
{
    public bool Lasting { get; } = lasting;
}
