using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>How the program starts, and how it says that it cannot.</summary>
[Collection(ProgramCollection.Name)]
public sealed class StartTests : IDisposable
{
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromSeconds(2);
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_start_on_the_same_data_refuses_and_touches_nothing()
    {
        await using var first = await RunningProgram.StartAsync(_folder.FullPath);
        await first.Chat.SaysAsync("ana", "general", "hello");
        var (_, _, quickest) = await RunningProgram.RunToEndAsync(_folder.FullPath, "demo", "--script"); // refused before anything is opened: what a start costs on this machine
        await first.SuspendAsync();
        var before = Files();

        var (exitCode, output, took) = await RunningProgram.RunToEndAsync(_folder.FullPath, "--Urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.Contains("in use by another running IncidentBot", output, StringComparison.Ordinal);
        Assert.True(took < quickest + LongestRefusal, $"It took {took}; a start that refuses at once takes {quickest}.");
        Assert.Equal(before, Files());
        await first.ContinueAsync();
        Assert.Contains(await first.Chat.MessagesAsync("general"), message => message.Text == "hello");
    }

    [Fact]
    public async Task All_wrong_settings_are_said_at_once()
    {
        var (exitCode, output, _) = await RunningProgram.RunToEndAsync(
            _folder.FullPath, "--Storage:Provider", "Oracle", "--Reminders:PostmortemDueDays", "0", "--Reminders:TimeZone", "Mars/Olympus", "--Incidents:PromptAfter", "soon", "--Incidents:Anounce", "x");

        Assert.Equal(2, exitCode);
        foreach (var key in new[] { "Storage:Provider", "Oracle", "Reminders:PostmortemDueDays", "Reminders:TimeZone", "Mars/Olympus", "Incidents:PromptAfter", "soon", "Incidents:Anounce" })
            Assert.Contains(key, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.FullPath));
    }

    [Fact]
    public async Task An_address_in_use_is_said_plainly()
    {
        await using var first = await RunningProgram.StartAsync(_folder.FullPath);
        using var other = new TemporaryFolder();

        var (exitCode, output, _) = await RunningProgram.RunToEndAsync(other.FullPath, "--Urls", first.Url.ToString());

        Assert.Equal(2, exitCode);
        Assert.Contains(first.Url.Port.ToString(CultureInfo.InvariantCulture), output, StringComparison.Ordinal);
        Assert.Contains("--Urls", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1:1")]
    [InlineData("not an address")]
    public async Task An_address_that_is_none_is_said_plainly(string address)
    {
        var (exitCode, output, _) = await RunningProgram.RunToEndAsync(_folder.FullPath, "--Urls", address);

        Assert.Equal(2, exitCode);
        Assert.Contains("Urls", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "http://127.0.0.1:0", "the environment is Production")]
    [InlineData("Development", "http://0.0.0.0:0", "would listen at http://0.0.0.0:0")]
    public async Task Teams_without_tokens_is_refused_where_others_could_speak(string environment, string urls, string why)
    {
        var (exitCode, output, _) = await RunningProgram.RunToEndAsync(_folder.FullPath, "--Teams:AllowAnonymous", "true", "--environment", environment, "--Urls", urls);

        Assert.Equal(2, exitCode);
        Assert.Contains(why, output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.FullPath));
    }

    [Fact]
    public async Task Data_of_an_unknown_version_is_refused_and_left_as_it_is()
    {
        await using (var program = await RunningProgram.StartAsync(_folder.FullPath)) await program.TerminateAsync();
        var path = Path.Combine(_folder.FullPath, "data", "incidentbot.db");
        var before = File.ReadAllBytes(path);
        var format = "format\0\u0002value\0\u0002\0\0\0"u8; // {_id: "format", value: "1"} as BSON, up to the 1
        before[before.AsSpan().IndexOf(format) + format.Length] = (byte)'9';
        File.WriteAllBytes(path, before);

        var (exitCode, output, _) = await RunningProgram.RunToEndAsync(_folder.FullPath);

        Assert.Equal(2, exitCode);
        Assert.Contains("format 9,", output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task Data_that_is_no_database_is_refused_and_left_as_it_is()
    {
        var path = _folder.Write("notes.txt", "buy milk\n");

        var (exitCode, output, _) = await RunningProgram.RunToEndAsync(_folder.FullPath, "--Storage:LiteDb:Path", path);

        Assert.Equal(2, exitCode);
        Assert.Contains(path, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Equal("buy milk\n", File.ReadAllText(path));
    }

    [Fact]
    public async Task Health_says_how_it_stands()
    {
        await using var program = await RunningProgram.StartAsync(_folder.FullPath);

        Assert.Equal("""{"status":"ok"}""", await program.Http.GetStringAsync("/health/live", Ct));
        var ready = await program.ReadyAsync();
        Assert.Equal("ok", ready.GetProperty("status").GetString());
        Assert.Equal("ok", ready.GetProperty("store").GetProperty("status").GetString());
        foreach (var queue in new[] { "inbox", "outbox" })
            Assert.Equal((0, 0), (ready.GetProperty(queue).GetProperty("depth").GetInt32(), ready.GetProperty(queue).GetProperty("parked").GetInt32()));
        Assert.Equal("ok", ready.GetProperty("adapters").GetProperty("webChat").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Other_sites_reach_nothing()
    {
        await using var program = await RunningProgram.StartAsync(_folder.FullPath);

        foreach (var path in new[] { "/", "/chat/api/channels?as=ana", "/health/ready" })
        {
            using var rebound = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example" } };
            using var answer = await program.Http.SendAsync(rebound, Ct);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/chat/api/messages") { Headers = { { "Origin", "https://evil.example" } }, Content = JsonContent.Create(new { As = "ana", Channel = "general", Text = "from afar" }) };
        using var refused = await program.Http.SendAsync(foreign, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var form = await program.Http.PostAsync("/chat/api/messages", new FormUrlEncodedContent([new("as", "ana"), new("channel", "general"), new("text", "from a form")]), Ct);
        Assert.False(form.IsSuccessStatusCode);
        Assert.Empty(await program.Chat.MessagesAsync("general"));
    }

    public void Dispose() => _folder.Dispose();

    private List<(string Path, long Length, DateTime Written)> Files() =>
        [.. new DirectoryInfo(_folder.FullPath).EnumerateFiles("*", SearchOption.AllDirectories).Select(file => (file.FullName, file.Length, file.LastWriteTimeUtc)).Order()];
}
