using IncidentBot.Core.Tickets;
using IncidentBot.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace IncidentBot.Tests.Settings;

public sealed class TicketsSettingsTests
{
    private static readonly (string, string?)[] GitHub = [("Tickets:Provider", "GitHub"), ("Tickets:GitHub:Token", "test-secret"), ("Tickets:GitHub:Repository", "acme/shop")];
    private static readonly (string, string?)[] Jira = [("Tickets:Provider", "jira"), ("Tickets:Jira:BaseUrl", "https://acme.atlassian.net"), ("Tickets:Jira:Email", "bot@acme.example"), ("Tickets:Jira:ApiToken", "test-secret"), ("Tickets:Jira:Project", "OPS")];

    [Fact]
    public void Without_a_provider_there_are_no_tickets()
    {
        var (settings, faults) = Read();
        Assert.Empty(faults);
        Assert.Null(settings.Tickets);
        Assert.Null(settings.Bot.Tickets.Tracker);
    }

    [Fact]
    public void GitHub_needs_a_token_and_a_repository()
    {
        var (settings, faults) = Read([.. GitHub, ("Tickets:Automatic", "true"), ("Tickets:GitHub:Labels", "postmortem, sre")]);
        Assert.Empty(faults);
        Assert.Equal(("acme", "shop"), (settings.Tickets!.GitHub!.Owner, settings.Tickets.GitHub.Repository));
        Assert.Equal(["postmortem", "sre"], settings.Tickets.GitHub.Labels);
        Assert.Equal(new TicketSettings { Tracker = Tracker.GitHub, Automatic = true }, settings.Bot.Tickets);
    }

    [Fact]
    public void Jira_needs_a_site_an_account_and_a_project()
    {
        var (settings, faults) = Read(Jira);
        Assert.Empty(faults);
        Assert.Equal((new Uri("https://acme.atlassian.net/"), "Task"), (settings.Tickets!.Jira!.BaseUrl, settings.Tickets.Jira.IssueType));
    }

    [Theory]
    [InlineData("Tickets:Provider", "Trello", "It can be GitHub or Jira")]
    [InlineData("Tickets:GitHub:Token", "", "Tickets:GitHub:Token is not set")]
    [InlineData("Tickets:GitHub:Token", "töken", "Copy it again")]
    [InlineData("Tickets:GitHub:Repository", "https://github.com/acme/shop", "such as acme/shop")]
    [InlineData("Tickets:GitHub:ApiBaseUrl", "http://github.example/", "https address")]
    [InlineData("Tickets:GitHub:WebhookSecret", "", "or leave it out to take no webhooks")]
    [InlineData("Tickets:PollEvery", "00:00:01", "00:00:10 to 1.00:00:00, or 00:00:00 for never")]
    [InlineData("Tickets:Automatic", "sometimes", "true or false")]
    [InlineData("Tickets:GitLab:Token", "x", "not a setting of this version")]
    public void What_is_wrong_is_said_with_what_is_allowed(string key, string value, string words)
    {
        var (_, faults) = Read([.. GitHub.Where(setting => setting.Item1 != key), (key, value)]);
        Assert.Contains(faults, fault => fault.Contains(words, StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Contains("test-secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Tokens_are_not_in_what_is_written_of_the_settings() => Assert.DoesNotContain("test-secret", Read(GitHub).Settings.Tickets!.ToString() + Read(Jira).Settings.Tickets, StringComparison.Ordinal);

    private static (ProgramSettings Settings, IReadOnlyList<string> Faults) Read(params (string Key, string? Value)[] values)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, value.Value))).Build());
        return (reader.Read(), reader.Faults);
    }
}
