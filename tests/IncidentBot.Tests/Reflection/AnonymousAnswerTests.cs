using System.Text;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Reflection;
using IncidentBot.Storage.LiteDb;
using IncidentBot.Storage.WebChat;
using IncidentBot.Tests.Storage;
using IncidentBot.WebChat;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Reflection;

/// <summary>The whole way of an anonymous answer on the real store, and every byte that is on the disk on that way. What is promised is in docs/reflection.md.</summary>
public sealed class AnonymousAnswerTests : IAsyncLifetime
{
    private const string Answer = "When I broke the build on a Friday";

    private static readonly WebPerson Zoe = new("zoe-7731", "Zoe Quartz", "Pacific/Chatham"); // not among the people of the workspace, who are stored by name

    private readonly LiteDbUnderTest _files = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 25, 16, 20, 0, TimeSpan.Zero));
    private LiteDbStorage? _storage;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private LiteDbStorage Storage => _storage!;

    public async ValueTask InitializeAsync() => _storage = await LiteDbStorage.OpenAsync(_files.Path, _time, NullLoggerFactory.Instance, Ct);

    public async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        _files.Dispose();
    }

    [Fact]
    public async Task On_the_disk_there_is_never_a_byte_of_who_answered()
    {
        using var handover = new Handover(Storage.WebChat, Storage.Inbox, _time, NullLogger<Handover>.Instance);
        using var workspace = new Workspace(Storage.WebChat, new LiveFeed(), handover, _time);
        await workspace.SaveAsync(new() { Channels = [new() { Id = "general", Name = "general", CreatedAt = _time.GetUtcNow() }] }, Ct);
        var chats = new Chats([new BrowserChat(workspace, new(workspace), Storage.WebChat)]);
        var loader = new Loader(Storage.Store, chats, new(), TimeProvider.System);
        var deciding = new Deciding(Storage.Store, loader, _time);
        var dispatcher = new Dispatcher(Storage.Inbox, deciding, new(Storage.Store, loader, chats, deciding, _time, NullLogger<Backfill>.Instance), new([]), NullLogger<Dispatcher>.Instance);
        var interacting = new Interacting(workspace, new(loader));
        var round = new ReflectionRound { Id = RoundId.Numbered(Workspace.Id, 1), Place = Workspace.PlaceOf("general"), Week = Anonymity.WeekOf(_time.GetUtcNow()) };
        await Storage.Store.CommitAsync(Sample.Commit(round), Ct);

        var press = new Button(ReflectionButton.Write, "", new ReflectionButton(round.Id, Exercise.Safety).ToString());
        var form = await interacting.PressAsync(Zoe, new() { Channel = "general", Id = "m1", Author = "bot", PostedAt = _time.GetUtcNow(), Text = "" }, press, Ct);
        Assert.Empty(await interacting.SubmitAsync(Zoe, round.Place, form!, new Dictionary<string, string> { [WriteReflection.Text] = Answer }, Ct));
        await OnTheDiskAsync("as the browser chat keeps it for the bot");
        await handover.HandOverAsync(Ct);
        await OnTheDiskAsync("in the inbox");
        var lease = await Storage.Inbox.NextAsync(10, Ct);
        await dispatcher.WorkAsync(lease, Ct);
        Storage.Inbox.Release(lease);
        await OnTheDiskAsync("as the round keeps it");
        await Storage.BackUpAsync(Ct);
        await OnTheDiskAsync("in the copy");

        Assert.Equal([Answer], (await Storage.Store.Reflections.FindAsync(round.Id, Ct))!.To(Exercise.Safety));
        Assert.NotEmpty(await interacting.SubmitAsync(Zoe, round.Place, form!, new Dictionary<string, string> { [WriteReflection.Text] = "Again" }, Ct)); // known all the same
    }

    /// <summary>The answer is found, so the looking works; its writer is not.</summary>
    private async Task OnTheDiskAsync(string when)
    {
        var found = false;
        foreach (var path in Directory.EnumerateFiles(_files.Directory, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, Ct);
            var text = Encoding.Latin1.GetString(bytes.ToArray());
            found |= text.Contains(Answer, StringComparison.Ordinal);
            Assert.All([Zoe.Id, Zoe.Name, Zoe.TimeZone], word => Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{word} is in {Path.GetFileName(path)} {when}"));
        }
        Assert.True(found, $"The answer is in no file {when}");
    }
}
