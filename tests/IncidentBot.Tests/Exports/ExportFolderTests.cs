using IncidentBot.Core.Chat;
using IncidentBot.Core.Exports.Folder;
using IncidentBot.Exports;
using IncidentBot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IncidentBot.Tests.Exports;

public sealed class ExportFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ExportFolder _exports;

    public ExportFolderTests() => _exports = new(Root, NullLogger<ExportFolder>.Instance);

    private string Root => Path.Combine(_folder.FullPath, "postmortems");

    private IEnumerable<string> Files => Directory.EnumerateFiles(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_postmortem_and_the_index_are_written_and_nothing_else()
    {
        await Saves(42, "checkout is failing");
        Assert.Equal(["2026/INC-42-checkout.md", "index.md"], Files);
        Assert.Contains("| 2026-11-22 | [INC-42](<2026/INC-42-checkout.md>) | checkout is failing | SEV2 | 1 |", await Read("index.md"), StringComparison.Ordinal);
        Assert.Null(_exports.Fault);
    }

    [Fact]
    public async Task A_new_version_keeps_the_file_of_the_incident_whatever_its_title_is_now()
    {
        await Saves(42, "checkout is failing");
        await Saves(42, "the pool was too small", "pool", version: "2");
        Assert.Equal(["2026/INC-42-checkout.md", "index.md"], Files);
        Assert.Contains("the pool was too small", await Read("2026/INC-42-checkout.md"), StringComparison.Ordinal);
        Assert.Contains("| the pool was too small | SEV2 | 2 |", await Read("index.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_again_touches_nothing()
    {
        await Saves(42, "checkout is failing");
        var before = DateTimeOffset.UnixEpoch.UtcDateTime;
        foreach (var file in Files) File.SetLastWriteTimeUtc(Path.Combine(Root, file), before);
        await Saves(42, "checkout is failing");
        Assert.All(Files, file => Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(Root, file))));
    }

    [Fact]
    public async Task Incidents_of_two_workspaces_and_a_person_s_own_file_do_not_meet()
    {
        Directory.CreateDirectory(Path.Combine(Root, "2026"));
        await File.WriteAllTextAsync(Path.Combine(Root, "2026", "INC-42-checkout.md"), "a page of somebody's own", TestContext.Current.CancellationToken);
        await Saves(42, "here");
        await Saves(42, "there", workspace: "other");
        Assert.Equal(["2026/INC-42-checkout-2.md", "2026/INC-42-checkout-3.md", "2026/INC-42-checkout.md", "index.md"], Files);
        Assert.Equal("a page of somebody's own", await Read("2026/INC-42-checkout.md"));
    }

    [Theory]
    [InlineData("..", "INC-42")]
    [InlineData("2026", "../../INC-42")]
    [InlineData("/tmp", "INC-42")]
    public async Task No_name_leads_out_of_the_folder(string year, string name)
    {
        var refused = await Assert.ThrowsAsync<ChatException>(() => _exports.DoAsync(new SaveToFolder("local", "local/INC-42", year, name, "x"), new("out:1"), TestContext.Current.CancellationToken));
        Assert.Equal(ChatFault.Refused, refused.Fault);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.FullPath));
    }

    [Fact]
    public async Task A_folder_that_is_a_link_to_another_place_is_not_written_into()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(_folder.FullPath, "elsewhere"));
        Directory.CreateDirectory(Root);
        Directory.CreateSymbolicLink(Path.Combine(Root, "2026"), elsewhere.FullName);
        await Assert.ThrowsAsync<ChatException>(() => Saves(42, "checkout is failing"));
        Assert.Empty(elsewhere.EnumerateFiles());
    }

    [Fact]
    public async Task A_link_that_an_editor_put_beside_a_file_is_no_matter()
    {
        await Saves(42, "checkout is failing");
        File.CreateSymbolicLink(Path.Combine(Root, "2026", ".#INC-42-checkout.md"), "ana@laptop.4711");
        await Saves(43, "search is slow", "search");
        Assert.Contains("2026/INC-43-search.md", Files);
    }

    [Theory]
    [InlineData(".index.md.tmp")]
    [InlineData("2026/.INC-42-checkout.md.tmp")]
    public async Task Nothing_is_written_through_a_link(string link)
    {
        var elsewhere = Path.Combine(_folder.FullPath, "elsewhere.txt");
        await File.WriteAllTextAsync(elsewhere, "not ours", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(Root, "2026"));
        File.CreateSymbolicLink(Path.Combine(Root, link), elsewhere);
        await Saves(42, "checkout is failing");
        Assert.Equal("not ours", await File.ReadAllTextAsync(elsewhere, TestContext.Current.CancellationToken));
        Assert.Equal(["2026/INC-42-checkout.md", "index.md"], Files);
    }

    [Fact]
    public async Task The_folder_itself_may_be_a_link_however_it_is_written()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullPath, "repository"));
        Directory.CreateSymbolicLink(Root, Path.Combine(_folder.FullPath, "repository"));
        var exports = new ExportFolder(Root + "/", NullLogger<ExportFolder>.Instance);
        await exports.DoAsync(new SaveToFolder("local", "local/INC-42", "2026", "INC-42-checkout", "# checkout\n"), new("out:1"), TestContext.Current.CancellationToken);
        Assert.Equal(["2026/INC-42-checkout.md", "index.md"], Files);
    }

    [Fact]
    public async Task A_disk_that_fails_is_told_of_and_tried_again()
    {
        await File.WriteAllTextAsync(Root, "a file where the folder should be", TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<ChatException>(() => Saves(42, "checkout is failing"));
        Assert.Equal(ChatFault.Temporary, failure.Fault);
        Assert.StartsWith("The postmortem of local/INC-42 could not be written into the folder of Postmortems:ExportPath: ", _exports.Fault, StringComparison.Ordinal);

        File.Delete(Root);
        await Saves(42, "checkout is failing");
        Assert.Null(_exports.Fault);
    }

    private Task<string> Read(string file) => File.ReadAllTextAsync(Path.Combine(Root, file), TestContext.Current.CancellationToken);

    private Task Saves(int number, string title, string slug = "checkout", string version = "1", string workspace = "local")
    {
        var head = new FrontMatter($"{workspace}/INC-{number}", $"INC-{number}", title, "2026-11-22", "SEV2", "Published", version);
        return _exports.DoAsync(new SaveToFolder(workspace, head.Key, "2026", $"INC-{number}-{slug}", $"{head.Write()}# {title}\n"), new("out:1"), TestContext.Current.CancellationToken);
    }
}
