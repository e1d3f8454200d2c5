namespace IncidentBot.Storage.LiteDb;

/// <summary>Held by the one process that owns the data. LiteDB itself lets two write one file, and both lose.</summary>
internal sealed class LiteDbLock : IDisposable
{
    private readonly FileStream _file;

    /// <exception cref="StoreInUseException">Another process, or another storage of this one, holds it.</exception>
    public LiteDbLock(string path)
    {
        try
        {
            _file = new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (held is not (DirectoryNotFoundException or PathTooLongException or FileNotFoundException))
        {
            throw new StoreInUseException(path, held);
        }
    }

    // The file stays: whoever deletes it may take it from under a process that has just locked it.
    public void Dispose() => _file.Dispose();
}
