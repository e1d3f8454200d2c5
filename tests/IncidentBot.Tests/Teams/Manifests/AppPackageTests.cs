using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Packaging;
using IncidentBot.Settings;
using IncidentBot.Teams.Package;
using IncidentBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using NJsonSchema;
using Xunit;

namespace IncidentBot.Tests.Teams.Manifests;

public sealed class AppPackageTests
{
    private static readonly Guid AppId = new("00000000-1111-2222-3333-444444444444");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_manifest_is_what_Teams_schema_asks_for() => Assert.Empty((await SchemaAsync()).Validate(Manifest().ToJsonString()));

    [Fact]
    public async Task The_schema_refuses_what_Teams_does_not_know()
    {
        var wrong = Manifest();
        wrong["bots"]![0]!["scopes"]![2] = "groupchat";
        Assert.NotEmpty((await SchemaAsync()).Validate(wrong.ToJsonString()));
    }

    [Fact]
    public void The_bot_s_id_and_address_stand_in_it_and_nothing_is_left_to_fill_in()
    {
        var manifest = Manifest();
        Assert.All([manifest["id"], manifest["bots"]![0]!["botId"], manifest["composeExtensions"]![0]!["botId"], manifest["webApplicationInfo"]!["id"]], id => Assert.Equal(AppId.ToString(), (string?)id));
        Assert.Equal(["bot.example.com"], manifest["validDomains"]!.AsArray().Select(domain => (string?)domain));
        Assert.DoesNotMatch(@"\{\w+\}", manifest.ToJsonString());
    }

    [Fact]
    public void The_actions_in_the_menu_of_a_message_are_those_that_the_bot_knows() =>
        Assert.Equal(BotTables.Messages.Keys.Order(), Manifest()["composeExtensions"]![0]!["commands"]!.AsArray().Select(command => (string)command!["id"]!).Order());

    [Fact]
    public void The_commands_that_Teams_suggests_are_commands() => Assert.All(
        Manifest()["bots"]![0]!["commandLists"]!.AsArray().SelectMany(list => list!["commands"]!.AsArray()),
        command => Assert.NotNull(BotTables.Command(((string)command!["title"]!).Split(' ')[0])));

    [Fact]
    public void The_README_gives_the_reason_of_every_permission()
    {
        var steps = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).Split("## Teams in six steps")[1].Split("\n## ")[0];
        Assert.All(Manifest()["authorization"]!["permissions"]!["resourceSpecific"]!.AsArray(), permission => Assert.Contains($"| `{permission!["name"]}`", steps, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Its_icons_have_the_size_that_Teams_asks_for(string icon, uint size)
    {
        var header = Entry(Zip(), icon).AsSpan(16, 8);
        Assert.Equal((size, size), (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..])));
    }

    [Fact]
    public void The_same_settings_make_the_same_package() => Assert.Equal(Zip(), Zip());

    [Fact]
    public async Task The_command_writes_it_where_it_is_told()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.FullPath, "teams.zip");
        var output = new StringWriter();
        Assert.Equal(0, await TeamsPackageRun.RunAsync(Configuration(("Teams:AppId", AppId.ToString()), ("Teams:PublicUrl", "https://bot.example.com/"), ("out", file)), output));
        Assert.Equal(Zip(), await File.ReadAllBytesAsync(file, Ct));
        Assert.StartsWith($"Written: {file}", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "https://bot.example.com/", "Teams:AppId")]
    [InlineData("incidentbot", "https://bot.example.com/", "Teams:AppId")]
    [InlineData("00000000-1111-2222-3333-444444444444", null, "Teams:PublicUrl")]
    [InlineData("00000000-1111-2222-3333-444444444444", "http://bot.example.com/", "Teams:PublicUrl")]
    public async Task The_command_says_which_setting_it_needs(string? appId, string? publicUrl, string key)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TeamsPackageRun.RunAsync(Configuration(("Teams:AppId", appId), ("Teams:PublicUrl", publicUrl)), TextWriter.Null));
        Assert.StartsWith($"{key} is missing", Assert.Single(refused.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told()
    {
        using var folder = new TemporaryFolder();
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TeamsPackageRun.RunAsync(
            Configuration(("Teams:AppId", AppId.ToString()), ("Teams:PublicUrl", "https://bot.example.com/"), ("out", Path.Combine(folder.FullPath, "no", "teams.zip"))), TextWriter.Null));
        Assert.Contains("--out FILE", Assert.Single(refused.Faults), StringComparison.Ordinal);
    }

    private static byte[] Zip() => AppPackage.Of(AppId, new("https://bot.example.com/"));

    private static JsonNode Manifest() => JsonNode.Parse(Entry(Zip(), "manifest.json"))!;

    private static byte[] Entry(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var read = new MemoryStream();
        using var entry = archive.GetEntry(name)!.Open();
        entry.CopyTo(read);
        return read.ToArray();
    }

    private static IConfigurationRoot Configuration(params IEnumerable<(string Key, string? Value)> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value)).Build();

    private static Task<JsonSchema> SchemaAsync() => TeamsSchemas.ReadAsync("MicrosoftTeams.schema.json", Ct);
}
