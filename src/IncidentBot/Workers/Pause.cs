namespace IncidentBot.Workers;

internal static class Pause
{
    /// <summary>Waits; returns early, without an exception, when the program stops.</summary>
    public static Task ForAsync(TimeSpan wait, TimeProvider time, CancellationToken ct) =>
        Task.Delay(wait, time, ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
