using IncidentBot.Core.Bot;
using IncidentBot.Core.Reminders.Quiet;
using IncidentBot.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace IncidentBot.Tests.Settings;

public sealed class RemindersSettingsTests
{
    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var (settings, faults) = Read();
        Assert.Empty(faults);
        Assert.Equal(new BotSettings().Reminding, settings.Reminding);
        Assert.Equal(new BotSettings().Nudges, settings.Nudges);
    }

    [Fact]
    public void What_is_set_is_taken()
    {
        var (settings, faults) = Read(
            ("Reminders:QuietHours", "19:30 - 7:00"), ("Reminders:Weekends", "true"), ("Reminders:EscalateAfterDays", "3"), ("Reminders:EscalateTo", "#sre-leads"),
            ("Incidents:CommanderAfter", "00:00:00"), ("Incidents:UpdateEvery:Sev3", "02:00:00"), ("Incidents:ResolveAfter", "1.00:00:00"));
        Assert.Empty(faults);
        Assert.Equal(new QuietHours(new(19, 30), new(7, 0)), settings.Reminding.QuietHours);
        Assert.True(settings.Reminding.Weekends);
        Assert.Equal((3, "sre-leads"), (settings.Reminding.EscalateAfterDays, settings.Reminding.EscalateTo));
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromHours(2), TimeSpan.FromDays(1)), (settings.Nudges.CommanderAfter, settings.Nudges.UpdateEvery.Sev3, settings.Nudges.ResolveAfter));
    }

    [Fact]
    public void Empty_quiet_hours_are_none() => Assert.Null(Read(("Reminders:QuietHours", "")).Settings.Reminding.QuietHours);

    [Theory]
    [InlineData("Reminders:QuietHours", "at night", "two times of day such as 20:00-08:00")]
    [InlineData("Reminders:QuietHours", "08:00-08:00", "two times of day such as 20:00-08:00")]
    [InlineData("Reminders:QuietHours", "20:00-25:00", "two times of day such as 20:00-08:00")]
    [InlineData("Reminders:Weekends", "maybe", "true or false")]
    [InlineData("Reminders:EscalateAfterDays", "0", "a whole number from 1 to 3650")]
    [InlineData("Incidents:UpdateEvery:Sev1", "often", "a time such as 00:15:00")]
    [InlineData("Incidents:CommanderAfter", "-00:01:00", "a time such as 00:15:00")]
    public void What_is_wrong_is_told_with_what_was_seen(string key, string value, string allowed)
    {
        var fault = Assert.Single(Read((key, value)).Faults);
        Assert.StartsWith($"{key} is \"{value}\". It can be ", fault, StringComparison.Ordinal);
        Assert.Contains(allowed, fault, StringComparison.Ordinal);
    }

    private static (BotSettings Settings, IReadOnlyList<string> Faults) Read(params (string Key, string Value)[] values)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build());
        return (reader.Read().Bot, reader.Faults);
    }
}
