namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>A clock on the wall that somebody sets while time goes on.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private long _ahead;

    public void Step(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));
}
