using IncidentBot.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IncidentBot.Tests.Storage;

/// <summary>The embedded store in a directory of its own.</summary>
public sealed class LiteDbUnderTest : IStorageUnderTest
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("incidentbot-").FullName;

    public string Path => System.IO.Path.Combine(Directory, "incidentbot.db");

    public async Task<OpenStorage> OpenAsync(TimeProvider time)
    {
        var storage = await LiteDbStorage.OpenAsync(Path, time, NullLoggerFactory.Instance, TestContext.Current.CancellationToken);
        return new(storage.Store, storage.Inbox, storage.Outbox, storage.WebChat, storage.AdapterRecords, storage);
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
