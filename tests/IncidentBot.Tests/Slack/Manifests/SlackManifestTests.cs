using IncidentBot.Core.Bot;
using IncidentBot.Slack.Events;
using IncidentBot.Tests.Support;
using NJsonSchema;
using Xunit;

namespace IncidentBot.Tests.Slack.Manifests;

public sealed class SlackManifestTests
{
    /// <summary>docs.slack.dev/reference/events: what a bot must be granted to be told of them. Those not named here need nothing.</summary>
    private static readonly Dictionary<string, string[]> ScopesOfEvents = new()
    {
        ["app_mention"] = ["app_mentions:read"],
        ["channel_archive"] = ["channels:read"],
        ["channel_deleted"] = ["channels:read"],
        ["channel_id_changed"] = ["channels:read", "groups:read"],
        ["channel_rename"] = ["channels:read"],
        ["group_archive"] = ["groups:read"],
        ["group_deleted"] = ["groups:read"],
        ["group_rename"] = ["groups:read"],
        ["member_joined_channel"] = ["channels:read", "groups:read"],
        ["member_left_channel"] = ["channels:read", "groups:read"],
        ["message.channels"] = ["channels:history"],
        ["message.groups"] = ["groups:history"],
        ["message.im"] = ["im:history"],
        ["pin_added"] = ["pins:read"],
        ["pin_removed"] = ["pins:read"],
        ["reaction_added"] = ["reactions:read"],
        ["reaction_removed"] = ["reactions:read"],
        ["team_join"] = ["users:read"],
        ["user_change"] = ["users:read"],
    };

    private static readonly string[] HandledOnArrival = ["app_uninstalled", "tokens_revoked", "team_join", "user_change"];

    [Fact]
    public async Task It_is_what_Slack_s_schema_asks_for() => Assert.Empty((await SchemaAsync()).Validate(SlackManifest.Read().ToJsonString()));

    [Fact]
    public async Task It_is_so_for_HTTP_too()
    {
        var manifest = SlackManifest.ReadForHttp();
        Assert.Empty((await SchemaAsync()).Validate(manifest.ToJsonString()));
        Assert.All(
            [manifest["features"]!["slash_commands"]![0]!["url"], manifest["settings"]!["event_subscriptions"]!["request_url"], manifest["settings"]!["interactivity"]!["request_url"]],
            address => Assert.StartsWith("https://", (string?)address, StringComparison.Ordinal));
        Assert.False((bool)manifest["settings"]!["socket_mode_enabled"]!);
    }

    [Fact]
    public async Task The_schema_refuses_what_Slack_does_not_know()
    {
        var wrong = SlackManifest.Read();
        wrong["settings"]!["sockets"] = true;
        wrong["features"]!["shortcuts"]![0]!["name"] = new string('x', 25);
        Assert.NotEmpty((await SchemaAsync()).Validate(wrong.ToJsonString()));
    }

    [Fact]
    public void Over_Socket_Mode_no_address_is_given() => Assert.DoesNotContain("url\"", SlackManifest.Read().ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void Every_event_that_the_bot_understands_is_subscribed_and_no_other() =>
        Assert.Equal(EventTable.Types.Union(HandledOnArrival).Order(), SlackManifest.Events.Select(type => type.Split('.')[0]).Distinct().Order());

    [Fact]
    public void What_is_subscribed_is_granted() => Assert.All(SlackManifest.Events, type => Assert.Subset(SlackManifest.Scopes.ToHashSet(), ScopesOfEvents.GetValueOrDefault(type, []).ToHashSet()));

    [Fact]
    public void The_actions_in_the_menu_of_a_message_are_those_that_the_bot_knows() => Assert.Equal(
        BotTables.Messages.Keys.Order(),
        SlackManifest.Read()["features"]!["shortcuts"]!.AsArray().Where(shortcut => (string?)shortcut!["type"] == "message").Select(shortcut => (string)shortcut!["callback_id"]!).Order());

    [Fact]
    public void The_README_gives_the_reason_of_every_scope_and_of_no_other()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        var table = readme.Split("## Slack in five steps")[1].Split("\n## ")[0];
        var scopes = table.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => line.Split('|')[1].Split(',')).Select(scope => scope.Trim(' ', '`'));
        Assert.Equal(SlackManifest.Scopes.Order(), scopes.Order());
    }

    private static async Task<JsonSchema> SchemaAsync()
    {
        var folder = Environment.GetEnvironmentVariable("INCIDENTBOT_FIXTURES");
        Requires.That(folder is not null, "INCIDENTBOT_FIXTURES names no folder with Slack's manifest schema.");
        return await JsonSchema.FromFileAsync(Path.Combine(folder!, "slack", "schemas", "manifest.schema.1.0.0.json"), TestContext.Current.CancellationToken);
    }
}
