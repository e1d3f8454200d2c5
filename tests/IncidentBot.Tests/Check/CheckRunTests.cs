using IncidentBot.Check;
using IncidentBot.Tests.Slack.Workspace;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Spectre.Console;
using Xunit;

namespace IncidentBot.Tests.Check;

public sealed class CheckRunTests
{
    [Fact]
    public async Task Without_Slack_it_says_what_to_set()
    {
        var (exitCode, lines) = await RunAsync();
        Assert.Equal(1, exitCode);
        Assert.Equal("fix   Slack:BotToken: it is not set. Set it, and Slack:AppToken (for Socket Mode) or Slack:SigningSecret (for HTTP).", lines[0]);
    }

    [Fact]
    public async Task Every_wrong_setting_has_a_line_that_does_not_repeat_it()
    {
        var (exitCode, lines) = await RunAsync(("Slack:BotToken", "secret[1]"), ("Slack:AppToken", "xapp-test"), ("Slack:ApiBaseUrl", "http://slack.example/"));
        Assert.Equal((1, 3), (exitCode, lines.Count));
        Assert.StartsWith("fix   Settings: Slack:BotToken ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("fix   Settings: Slack:ApiBaseUrl ", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("secret[1]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workspace_that_is_set_up_is_fine()
    {
        await using var workspace = await SlackWorkspace.StartAsync();
        var (exitCode, lines) = await RunAsync(("Slack:BotToken", "xoxb-test"), ("Slack:AppToken", "xapp-test"), ("Slack:ApiBaseUrl", workspace.ApiUrl.ToString()));
        Assert.Equal((0, "Slack is set up."), (exitCode, lines[^1]));
        Assert.All(lines.SkipLast(1), line => Assert.StartsWith("ok    ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_Teams_it_says_what_to_set()
    {
        var (exitCode, lines) = await RunAsync(CheckedChat.Teams);
        Assert.Equal(1, exitCode);
        Assert.Equal(["fix   Teams:AppId: it is not set. Set it, Teams:TenantId and Teams:ClientSecret.", "Teams is not set up yet: see the lines that say \"fix\"."], lines);
    }

    [Fact]
    public async Task What_is_wrong_with_Teams_settings_is_said_before_anybody_is_asked()
    {
        var (exitCode, lines) = await RunAsync(CheckedChat.Teams, ("Teams:AppId", "secret[1]"), ("Teams:AllowAnonymous", "true"), ("Urls", "http://*:80"));
        Assert.Equal((1, 4), (exitCode, lines.Count));
        Assert.All(lines.SkipLast(1), line => Assert.StartsWith("fix   Settings: Teams:A", line, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("secret[1]", StringComparison.Ordinal));
    }

    private static Task<(int ExitCode, IReadOnlyList<string> Lines)> RunAsync(params (string Key, string Value)[] settings) => RunAsync(CheckedChat.Slack, settings);

    private static async Task<(int ExitCode, IReadOnlyList<string> Lines)> RunAsync(CheckedChat chat, params (string Key, string Value)[] settings)
    {
        var written = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(written) });
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        var exitCode = await CheckRun.RunAsync(chat, configuration, new HostingEnvironment { EnvironmentName = "Production" }, console, TestContext.Current.CancellationToken);
        return (exitCode, written.ToString().TrimEnd().Split('\n', StringSplitOptions.TrimEntries));
    }
}
