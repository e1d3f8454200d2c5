using IncidentBot.Storage.LiteDb.Disk;
using LiteDB;
using LiteDB.Engine;

namespace IncidentBot.Storage.LiteDb;

/// <summary>One opening of the database: LiteDB over a file of ours. After a fault it is thrown away and opened anew.</summary>
internal sealed class LiteDbEngine : IDisposable
{
    private readonly DataFile _data;

    public LiteDbEngine(string path)
    {
        _data = new(path);
        try
        {
            Database = Open(path);
        }
        catch
        {
            _data.Dispose();
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
        }
    }

    private LiteDatabase Open(string path)
    {
        // Ordinal: the default collation is the machine's culture and ignores case, for ids too.
        var engine = new LiteEngine(new EngineSettings { DataStream = _data, LogStream = new LogMemory(), Collation = Collation.Binary });
        var database = new LiteDatabase(engine, new BsonMapper());
        try
        {
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
