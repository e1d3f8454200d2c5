using IncidentBot.Core.Bot;
using IncidentBot.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>Days that a test cannot wait for: while the program does not run, an open action item is made older, and so is what was said about it.</summary>
internal static class OlderItem
{
    public static async Task MakeAsync(string folder, string text, TimeSpan by)
    {
        await using var storage = await LiteDbStorage.OpenAsync(Path.Combine(folder, "data", "incidentbot.db"), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var item = Assert.Single(await storage.Store.ActionItems.OpenAsync(null, CancellationToken.None), item => item.Text == text);
        var older = item with { AddedAt = item.AddedAt - by, FollowUp = item.FollowUp with { CommanderAsked = item.FollowUp.CommanderAsked - by } };
        Assert.Equal(CommitResult.Done, await storage.Store.CommitAsync(new(new() { Save = [older] }, [], TimeProvider.System.GetUtcNow()), CancellationToken.None));
    }
}
