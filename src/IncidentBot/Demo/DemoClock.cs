namespace IncidentBot.Demo;

/// <summary>A clock that runs like any other and can be put forward. Waits and timers take real time.</summary>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();
    private long _forwardTicks;

    public void PutForward(TimeSpan by) => Interlocked.Add(ref _forwardTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_began) + TimeSpan.FromTicks(Interlocked.Read(ref _forwardTicks));
}
