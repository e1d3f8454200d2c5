namespace IncidentBot.Tests.Monitoring.Servers;

/// <summary>Waits for what servers do in their own time.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<T> SomethingAsync<T>(Func<Task<T?>> look, string what) where T : class
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            if (await look() is { } found) return found;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        throw new TimeoutException($"Not within {Patience}: {what}");
    }

    public static Task HoldsAsync(Func<bool> condition, string what) => SomethingAsync(() => Task.FromResult(condition() ? what : null), what);
}
