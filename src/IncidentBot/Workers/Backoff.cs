using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Workers;

/// <summary>How long to wait after failures in a row: longer each time up to a minute, or as long as the platform asks.</summary>
internal readonly record struct Backoff(int Failures)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public Backoff Next => new(Failures + 1);

    public TimeSpan Wait(Exception failure) =>
        (failure as ChatException)?.RetryAfter ?? Doubling.Of(First, Failures - 1, Longest);
}
