namespace IncidentBot.Benchmarks.Load;

/// <summary>A message of Slack's is known by its channel and its time. The generators number the messages of a second from nothing in each run, so no two runs may share a second.</summary>
internal static class NewSecond
{
    public static Task ComesAsync(CancellationToken ct) => Task.Delay(TimeSpan.FromMilliseconds(1000 - TimeProvider.System.GetUtcNow().Millisecond), TimeProvider.System, ct);
}
