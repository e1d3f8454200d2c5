using IncidentBot.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace IncidentBot.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void No_settings_at_all_are_fine()
    {
        var (settings, faults) = Read();
        Assert.Empty(faults);
        Assert.Equal("data/incidentbot.db", settings.DatabasePath);
        Assert.Equal(TimeSpan.FromMinutes(15), settings.Bot.PromptAfter);
    }

    [Fact]
    public void The_sample_holds_the_defaults()
    {
        var sample = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.sample.json")).Build();
        var reader = new SettingsReader(sample);
        Assert.Equal(new ProgramSettings(), reader.Read() with { Bot = new() });
        Assert.Equal(Read().Settings.Bot, reader.Read().Bot);
        Assert.Empty(reader.Faults);
    }

    [Fact]
    public void Every_known_setting_stands_in_the_sample()
    {
        var sample = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.sample.json")).Build();
        var there = sample.AsEnumerable().Select(pair => pair.Key).ToHashSet();
        Assert.All(SettingsKeys.All, key => Assert.Contains(key, there));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var (_, faults) = Read(
            ("Storage:Provider", "MySql"),
            ("Incidents:PromptAfter", "soon"),
            ("Incidents:RoomName", "room"),
            ("Reminders:Schedule", "every monday"),
            ("Reminders:PostmortemDueDays", "0"),
            ("WebChat:Enabled", "yes"));
        Assert.Equal(6, faults.Count);
        Assert.Contains(faults, fault => fault.StartsWith("Incidents:PromptAfter is \"soon\".", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Incidents:PromptAftr", "Incidents:PromptAfter")]
    [InlineData("Slack:Token", "Slack:BotToken")]
    [InlineData("Teams:AppID ", "Teams:AppId")]
    [InlineData("Slos:Checkout", "Slos:Catalogue")]
    [InlineData("Storage:Postgres:ConnectionString", "Storage:Provider")]
    public void A_setting_that_does_not_exist_is_a_fault_that_names_those_that_do(string key, string named)
    {
        var (_, faults) = Read((key, "x"));
        Assert.Contains(named, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_does_not_repeat_the_value_of_an_unknown_key()
    {
        var (_, faults) = Read(("Slack:Token", "xoxb-secret"));
        Assert.DoesNotContain("xoxb-secret", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_announce_channel_means_no_announcements() => Assert.Null(Read(("Incidents:AnnounceChannel", "")).Settings.Bot.AnnounceChannel);

    private static (ProgramSettings Settings, IReadOnlyList<string> Faults) Read(params (string Key, string Value)[] values)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build());
        return (reader.Read(), reader.Faults);
    }
}
