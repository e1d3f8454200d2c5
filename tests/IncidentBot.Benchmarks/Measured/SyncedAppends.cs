using System.Diagnostics;

namespace IncidentBot.Benchmarks.Measured;

/// <summary>The unit to judge the disk by: one writer appends 512 bytes and syncs, again and again.</summary>
internal static class SyncedAppends
{
    private const int RecordBytes = 512;

    public static double PerSecond(string data, TimeSpan time)
    {
        var path = Path.Combine(data, "appends");
        var record = new byte[RecordBytes];
        var appends = 0;
        var began = Stopwatch.GetTimestamp();
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            for (; Stopwatch.GetElapsedTime(began) < time; appends++)
            {
                file.Write(record);
                file.Flush(flushToDisk: true);
            }
        }
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        File.Delete(path);
        return appends / seconds;
    }
}
