namespace IncidentBot.Storage.LiteDb;

/// <summary>Held by the one process that owns the data. LiteDB itself lets two write one file, and both lose.</summary>
internal sealed class LiteDbLock : IDisposable
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);

    private readonly FileStream _file;

    /// <exception cref="StoreInUseException">Another process, or another storage of this one, holds it.</exception>
    public LiteDbLock(string path)
    {
        try
        {
            _file = new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (held.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows)
        {
            throw new StoreInUseException(path, held);
        }
    }

    // The file stays: whoever deletes it may take it from under a process that has just locked it.
    public void Dispose() => _file.Dispose();
}
