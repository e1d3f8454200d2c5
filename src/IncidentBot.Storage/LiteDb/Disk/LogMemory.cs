namespace IncidentBot.Storage.LiteDb.Disk;

/// <summary>LiteDB's log, in memory only: every transaction goes to the data file at once, and the redo file makes that safe.</summary>
/// <remarks>LiteDB writes its own log file page by page on another task, loses that task's errors, waits forever after some of them, and has no checksum
/// that would tell half a transaction.</remarks>
internal sealed class LogMemory : MemoryStream
{
    private const int KeptBytes = 8 * 1024 * 1024;

    public override void SetLength(long value)
    {
        base.SetLength(value);
        if (value == 0 && Capacity > KeptBytes) Capacity = 0;
    }
}
