using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Reflection;

public interface IReflections
{
    Task<ReflectionRound?> FindAsync(RoundId id, CancellationToken ct);

    /// <summary>Rounds that were asked in this channel or a thread of it, newest first.</summary>
    Task<IReadOnlyList<ReflectionRound>> InChannelAsync(ChannelRef channel, CancellationToken ct);
}
