namespace IncidentBot.Storage.LiteDb;

/// <summary>A copy of the database that is whole at any moment: it replaces the earlier one at once, or not at all.</summary>
/// <remarks>The writer thread copies between two commits, when the data file holds all that is durable and nothing else. Deliveries that were
/// acknowledged and not yet worked on stand in the journal and not in the copy.</remarks>
internal sealed class LiteDbBackup(LiteDbFile file)
{
    public const string Extension = ".backup";

    public async Task<string> TakeAsync(CancellationToken ct)
    {
        var path = file.Path + Extension;
        var half = path + ".half";
        if (await file.WriteAsync(_ => Copied(file.Path, half), null, ct) is { } failure) throw failure;
        File.Move(half, path, overwrite: true);
        return path;
    }

    // Returned, not thrown: a full disk beside the database is no fault of the database.
    private static Exception? Copied(string from, string to)
    {
        try
        {
            using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var target = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None);
            source.CopyTo(target);
            target.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure;
        }
    }
}
