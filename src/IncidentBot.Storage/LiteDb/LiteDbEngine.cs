using IncidentBot.Storage.LiteDb.Disk;
using LiteDB;
using LiteDB.Engine;

namespace IncidentBot.Storage.LiteDb;

/// <summary>One opening of the database: LiteDB over our own files. After a fault it is thrown away and opened anew.</summary>
internal sealed class LiteDbEngine : IDisposable
{
    private readonly RedoLog _log;
    private readonly DataFile _data;

    public LiteDbEngine(string path)
    {
        _log = new(path + ".redo");
        try
        {
            _data = new(path, _log);
            Database = Open(path);
        }
        catch
        {
            _data?.Dispose();
            _log.Dispose();
            throw;
        }
    }

    public LiteDatabase Database { get; }

    public void Dispose()
    {
        try
        {
            Database.Dispose();
        }
        finally
        {
            _data.Dispose();
            _log.Dispose();
        }
    }

    private LiteDatabase Open(string path)
    {
        // Ordinal: the default collation is the machine's culture and ignores case, for ids too.
        var engine = new LiteEngine(new EngineSettings { DataStream = _data, LogStream = _log, Collation = Collation.Binary });
        var database = new LiteDatabase(engine, new BsonMapper());
        try
        {
            database.Checkpoint();
            LiteDbSchema.Prepare(database, path);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
