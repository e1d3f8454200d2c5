using IncidentBot.Core.Bot;
using IncidentBot.Slack;
using IncidentBot.Slack.Check;
using IncidentBot.Tests.Slack.Manifests;
using IncidentBot.Tests.Slack.Workspace;
using Xunit;

namespace IncidentBot.Tests.Slack.Check;

public sealed class SlackCheckTests : IAsyncDisposable
{
    private SlackWorkspace? _workspace;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_workspace is not null) await _workspace.DisposeAsync();
    }

    [Fact]
    public async Task All_is_fine()
    {
        var lines = await CheckAsync();
        Assert.All(lines, line => Assert.Equal(CheckResult.Fine, line.Result));
        Assert.Equal(["Slack:BotToken", "Scopes", "Incidents:AnnounceChannel", "Slack:AppToken"], lines.Select(line => line.Subject));
        Assert.Contains(lines, line => line.Words == "it is @incidentbot in the workspace Double (T0DBL00001).");
        Assert.Equal(1, _workspace!.Sockets.Opened);
        await _workspace.UntilAsync(() => _workspace!.Sockets.Links.Count == 0, "the socket is closed");
        _workspace.HasNoViolations();
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_named_with_what_it_is_for()
    {
        var lines = await CheckAsync(workspace: new() { Scopes = SlackManifest.Scopes.Except(["pins:write", "commands", "usergroups:read"]).ToHashSet() });
        Assert.Equal(
            [
                (CheckResult.Fault, "commands is missing, to take /incident and the shortcuts. Add it on the app's page \"OAuth & Permissions\", then install the app again."),
                (CheckResult.Fault, "pins:write is missing, to pin the living card. Add it on the app's page \"OAuth & Permissions\", then install the app again."),
                (CheckResult.Remark, "usergroups:read is missing, to ask user groups in. Add it on the app's page \"OAuth & Permissions\", then install the app again."),
            ],
            lines.Where(line => line.Subject == "Scopes").Select(line => (line.Result, line.Words)));
    }

    [Fact]
    public void The_scopes_are_those_of_the_manifest() => Assert.Equal(SlackManifest.Scopes.Order(StringComparer.Ordinal), NeededScopes.All.Select(needed => needed.Name));

    [Fact]
    public async Task A_bot_token_that_Slack_does_not_know_is_said_and_what_needs_it_is_left_out()
    {
        var lines = await CheckAsync(options => options with { BotToken = "xoxb-unknown" });
        Assert.Equal(["Slack:BotToken", "Slack:AppToken"], lines.Select(line => line.Subject));
        Assert.Contains("invalid_auth", Fault(lines, "Slack:BotToken"), StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Words.Contains("xoxb", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_app_token_that_Slack_does_not_know_is_said()
    {
        var lines = await CheckAsync(options => options with { AppToken = "xapp-unknown" });
        Assert.Contains("Put an app-level token with the scope connections:write into Slack:AppToken", Fault(lines, "Slack:AppToken"), StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Words.Contains("xapp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Slack_that_cannot_be_reached_is_said()
    {
        var lines = await CheckAsync(arrange: workspace => workspace.Faults.IsDown = true);
        Assert.Contains("Can this machine reach Slack:ApiBaseUrl?", Fault(lines, "Slack:BotToken"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_announce_channel_has_to_be_there() =>
        Assert.Contains("no channel #outages", Fault(await CheckAsync(announce: "outages"), "Incidents:AnnounceChannel"), StringComparison.Ordinal);

    [Fact]
    public async Task An_id_that_is_none_is_no_announce_channel() =>
        Assert.Contains("sees no channel C0NONE", Fault(await CheckAsync(announce: "C0NONE"), "Incidents:AnnounceChannel"), StringComparison.Ordinal);

    [Fact]
    public async Task A_public_announce_channel_may_be_entered_later()
    {
        var line = Assert.Single(await CheckAsync(announce: "general"), line => line.Subject == "Incidents:AnnounceChannel");
        Assert.Equal((CheckResult.Fine, "#general is public: the bot comes in with its first announcement."), (line.Result, line.Words));
        Assert.False(_workspace!.Channel("general").Has(_workspace.State.Bot));
    }

    [Fact]
    public async Task An_archived_announce_channel_is_a_fault()
    {
        var id = "";
        await CheckAsync(arrange: workspace => id = workspace.Channel("incidents").Id); // the same in each workspace
        var lines = await CheckAsync(announce: id, arrange: workspace => workspace.Channel("incidents").IsArchived = true);
        Assert.Contains("#incidents is archived", Fault(lines, "Incidents:AnnounceChannel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_announce_channel_nothing_is_announced() =>
        Assert.Contains(await CheckAsync(announce: null), line => line is { Result: CheckResult.Remark, Subject: "Incidents:AnnounceChannel" });

    [Fact]
    public async Task A_user_group_has_to_be_there() =>
        Assert.Contains("no user group oncall", Fault(await CheckAsync(options => options with { InviteGroups = ["oncall"] }), "Slack:InviteGroups"), StringComparison.Ordinal);

    [Fact]
    public async Task Over_HTTP_only_Slack_can_tell()
    {
        var lines = await CheckAsync(options => options with { AppToken = null, SigningSecret = "secret-test" });
        var line = Assert.Single(lines, line => line.Subject == "Slack:SigningSecret");
        Assert.Equal(CheckResult.Remark, line.Result);
        Assert.Contains("AllowedHosts", line.Words, StringComparison.Ordinal);
        Assert.Equal(0, _workspace!.Sockets.Opened);
    }

    [Theory]
    [InlineData("leads", "no channel #leads")]
    [InlineData("@ana", "no person @ana")]
    [InlineData("@U0NOBODY", "no person @U0NOBODY")]
    public async Task Whom_to_ask_for_help_has_to_be_there(string to, string sentence) =>
        Assert.Contains(sentence, Fault(await CheckAsync(escalateTo: to), "Reminders:EscalateTo"), StringComparison.Ordinal);

    [Fact]
    public async Task A_channel_that_is_asked_for_help_may_be_entered_later()
    {
        var line = Assert.Single(await CheckAsync(escalateTo: "general"), line => line.Subject == "Reminders:EscalateTo");
        Assert.Equal((CheckResult.Fine, "#general is public: the bot comes in with its first message."), (line.Result, line.Words));
    }

    [Fact]
    public async Task A_person_who_is_asked_for_help_is_named()
    {
        var id = "";
        await CheckAsync(arrange: workspace => id = workspace.Person("ana").Id); // the same in each workspace
        var line = Assert.Single(await CheckAsync(escalateTo: $"@{id}", arrange: workspace => workspace.Person("ana")), line => line.Subject == "Reminders:EscalateTo");
        Assert.Equal(CheckResult.Fine, line.Result);
        Assert.Contains("is asked directly", line.Words, StringComparison.Ordinal);
    }

    private static string Fault(IEnumerable<CheckLine> lines, string subject) => Assert.Single(lines, line => line.Subject == subject && line.Result is CheckResult.Fault).Words;

    private async Task<List<CheckLine>> CheckAsync(Func<SlackOptions, SlackOptions>? options = null, string? announce = "incidents", string? escalateTo = null, Action<SlackWorkspace>? arrange = null, WorkspaceOptions? workspace = null)
    {
        if (_workspace is not null) await _workspace.DisposeAsync();
        _workspace = await SlackWorkspace.StartAsync(workspace);
        arrange?.Invoke(_workspace);
        var asked = new SlackOptions { BotToken = "xoxb-test", AppToken = "xapp-test", ApiBaseUrl = _workspace.ApiUrl };
        var lines = new List<CheckLine>();
        await foreach (var line in SlackCheck.RunAsync(options?.Invoke(asked) ?? asked, announce, escalateTo, TimeProvider.System, Ct)) lines.Add(line);
        return lines;
    }
}
