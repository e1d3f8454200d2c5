using IncidentBot.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace IncidentBot.Tests.Settings;

public sealed class SlackSettingsTests
{
    private static readonly (string, string?) Bot = ("Slack:BotToken", "xoxb-test");
    private static readonly (string, string?) App = ("Slack:AppToken", "xapp-test");
    private static readonly (string, string?) Secret = ("Slack:SigningSecret", "secret-test");

    [Fact]
    public void A_bot_token_and_an_app_token_are_enough()
    {
        var (settings, faults) = Read(Bot, App);
        Assert.Empty(faults);
        Assert.Equal(("xoxb-test", "xapp-test", null), (settings.Slack!.BotToken, settings.Slack.AppToken, settings.Slack.SigningSecret));
        Assert.Equal(new Uri("https://slack.com/api/"), settings.Slack.ApiBaseUrl);
    }

    [Fact]
    public void A_bot_token_and_a_signing_secret_are_enough()
    {
        var (settings, faults) = Read(("Slack:BotToken", "xoxe.xoxb-1-test"), Secret);
        Assert.Empty(faults);
        Assert.Equal("secret-test", settings.Slack!.SigningSecret);
    }

    [Fact]
    public void Without_Slack_there_is_none()
    {
        Assert.Null(Read().Settings.Slack);
        Assert.True(Read().Settings.WebChat);
    }

    [Fact]
    public void The_browser_chat_is_off_beside_Slack_unless_it_is_asked_for()
    {
        Assert.False(Read(Bot, App).Settings.WebChat);
        Assert.True(Read(Bot, App, ("WebChat:Enabled", "true")).Settings.WebChat);
        Assert.Single(Read(("WebChat:Enabled", "false")).Faults);
    }

    [Theory]
    [InlineData("Slack:BotToken", "xapp-test", "begin with xoxb-")]
    [InlineData("Slack:BotToken", "xoxb-", "begin with xoxb-")]
    [InlineData("Slack:BotToken", "\"xoxb-test\"", "quotation mark")]
    [InlineData("Slack:AppToken", "xoxb-test", "begin with xapp-")]
    [InlineData("Slack:AppToken", "xapp-te st", "space")]
    [InlineData("Slack:AppToken", "xapp-te\nst", "space")]
    [InlineData("Slack:BotToken", "", "is empty")]
    [InlineData("Slack:AppToken", " ", "is empty")]
    [InlineData("Slack:SigningSecret", "", "is empty")]
    [InlineData("Slack:SigningSecret", "\t", "is empty")]
    [InlineData("Slack:SigningSecret", "8f74 2231", "space")]
    public void A_wrong_secret_is_a_fault_that_does_not_repeat_it(string key, string value, string sentence)
    {
        var (_, faults) = Read([.. new[] { Bot, App, Secret }.Where(pair => pair.Item1 != key), (key, value)]);
        var fault = Assert.Single(faults);
        Assert.StartsWith(key + " ", fault, StringComparison.Ordinal);
        Assert.Contains(sentence, fault, StringComparison.Ordinal);
        if (value.Trim().Length > 5) Assert.DoesNotContain(value.Trim(), fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Slack:BotToken", "xoxb-test", "neither Slack:AppToken")]
    [InlineData("Slack:AppToken", "xapp-test", "but not Slack:BotToken")]
    [InlineData("Slack:SigningSecret", "secret-test", "but not Slack:BotToken")]
    public void One_without_the_other_is_a_fault(string key, string value, string sentence) =>
        Assert.Contains(sentence, Assert.Single(Read((key, value)).Faults), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://slack.example/api", "https://slack.example/api/")]
    [InlineData("http://127.0.0.1:4711/api/", "http://127.0.0.1:4711/api/")]
    [InlineData("http://localhost:4711/api/", "http://localhost:4711/api/")]
    public void The_address_of_the_api_can_be_another(string value, string url)
    {
        var (settings, faults) = Read(Bot, App, ("Slack:ApiBaseUrl", value));
        Assert.Empty(faults);
        Assert.Equal(new Uri(url), settings.Slack!.ApiBaseUrl);
    }

    [Theory]
    [InlineData("http://slack.com/api/")]
    [InlineData("http://127.0.0.1.evil.example/api/")]
    [InlineData("ftp://slack.com/")]
    [InlineData("https://user:password@slack.com/api/")]
    [InlineData("https://slack.com/api/?token=1")]
    [InlineData("slack.com/api")]
    [InlineData("")]
    public void A_token_is_sent_to_no_other_address(string value) =>
        Assert.StartsWith("Slack:ApiBaseUrl ", Assert.Single(Read(Bot, App, ("Slack:ApiBaseUrl", value)).Faults), StringComparison.Ordinal);

    [Fact]
    public void Groups_are_handles_or_ids_with_commas_between_them()
    {
        Assert.Equal(["oncall", "S0123"], Read(Bot, App, ("Slack:InviteGroups", "@oncall, S0123,,oncall")).Settings.Slack!.InviteGroups);
        Assert.Single(Read(Bot, App, ("Slack:InviteGroups", "on call")).Faults);
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(4, Read(("Slack:BotToken", "token"), ("Slack:SigningSecret", ""), ("Slack:ApiBaseUrl", "x"), ("Slack:Tokn", "x")).Faults.Count);

    [Fact]
    public void Secrets_are_not_in_what_the_settings_say_of_themselves()
    {
        var (settings, _) = Read(Bot, App, Secret);
        foreach (var secret in new[] { "xoxb-test", "xapp-test", "secret-test" })
            Assert.DoesNotContain(secret, settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_announce_channel_may_be_written_with_its_sign() =>
        Assert.Equal("incidents-all", Read(("Incidents:AnnounceChannel", "#incidents-all")).Settings.Bot.AnnounceChannel);

    private static (ProgramSettings Settings, IReadOnlyList<string> Faults) Read(params (string Key, string? Value)[] values)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, value.Value))).Build());
        return (reader.Read(), reader.Faults);
    }
}
