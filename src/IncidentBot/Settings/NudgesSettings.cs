using IncidentBot.Core.Incidents.Nudges;

namespace IncidentBot.Settings;

/// <summary>When the room of an open incident is nudged.</summary>
internal sealed class NudgesSettings(SettingsValues values)
{
    private const string CommanderAfter = "Incidents:CommanderAfter";
    private const string ResolveAfter = "Incidents:ResolveAfter";
    private const string UpdateEveryKey = "Incidents:UpdateEvery";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static readonly string[] Keys = [CommanderAfter, ResolveAfter, .. Enumerable.Range(1, 5).Select(severity => $"{UpdateEveryKey}:Sev{severity}")];

    public NudgeSettings Read()
    {
        var defaults = new NudgeSettings();
        return new()
        {
            CommanderAfter = Length(CommanderAfter, defaults.CommanderAfter),
            ResolveAfter = Length(ResolveAfter, defaults.ResolveAfter),
            UpdateEvery = new()
            {
                Sev1 = Length($"{UpdateEveryKey}:Sev1", defaults.UpdateEvery.Sev1),
                Sev2 = Length($"{UpdateEveryKey}:Sev2", defaults.UpdateEvery.Sev2),
                Sev3 = Length($"{UpdateEveryKey}:Sev3", defaults.UpdateEvery.Sev3),
                Sev4 = Length($"{UpdateEveryKey}:Sev4", defaults.UpdateEvery.Sev4),
                Sev5 = Length($"{UpdateEveryKey}:Sev5", defaults.UpdateEvery.Sev5),
            },
        };
    }

    private TimeSpan Length(string key, TimeSpan fallback) => values.Duration(key, fallback, TimeSpan.Zero, Longest);
}
