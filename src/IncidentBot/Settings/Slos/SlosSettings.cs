using IncidentBot.Core.Slos;

namespace IncidentBot.Settings.Slos;

/// <summary>Reads the section <c>Slos</c>: the catalogue, from the settings and from a file of its own, and what follows from budgets.</summary>
internal sealed class SlosSettings(IConfiguration configuration, SettingsValues values, ICollection<string> faults)
{
    private const string Catalogue = "Slos:Catalogue";
    private const string File = "Slos:File";
    private const string MeasureEvery = "Slos:MeasureEvery";
    private const string HaltWhenExhausted = "Slos:Policy:HaltWhenExhausted";
    private const string IncidentShare = "Slos:Policy:IncidentShare";
    private const string ClassShare = "Slos:Policy:ClassShare";

    public static readonly string[] Keys = [Catalogue, File, MeasureEvery, HaltWhenExhausted, IncidentShare, ClassShare, .. PrometheusReader.Keys];

    /// <summary>What stands in the list is checked by whoever reads it, with the name of the SLO.</summary>
    public static bool IsInCatalogue(string key) => key.StartsWith(Catalogue + ":", StringComparison.OrdinalIgnoreCase);

    /// <param name="measured">There is something that can measure.</param>
    public SloSettings Read(bool measured)
    {
        var defaults = new SloSettings();
        var entries = InSettings().Concat(InFile()).ToArray();
        Slo[] catalogue = [.. entries.Select(entry => new SloReader(entry.Entry, entry.Place, faults).Read()).OfType<Slo>()];
        Doubled(entries);
        foreach (var slo in catalogue.Where(slo => slo.Sli.IsMeasured && string.IsNullOrEmpty(values.Value(PrometheusReader.Url))))
            faults.Add($"{slo.Name} has queries, but {PrometheusReader.Url} is not set: nobody could answer them. Set it, or leave the queries out to charge incidents by hand.");
        return new()
        {
            Catalogue = catalogue,
            Measured = measured,
            MeasureEvery = values.Duration(MeasureEvery, defaults.MeasureEvery, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)),
            Policy = new()
            {
                HaltWhenExhausted = values.Flag(HaltWhenExhausted, defaults.Policy.HaltWhenExhausted),
                IncidentShare = Share(IncidentShare, defaults.Policy.IncidentShare),
                ClassShare = Share(ClassShare, defaults.Policy.ClassShare),
            },
        };
    }

    private IEnumerable<(IConfigurationSection Entry, string Place)> InSettings()
    {
        if (values.Value(Catalogue) is { Length: > 0 } written) faults.Add($"{Catalogue} is \"{written}\". It is a list of SLOs; a file with such a list is named by {File}.");
        return configuration.GetSection(Catalogue).GetChildren().Select(entry => (entry, Place(entry.Path, entry)));
    }

    private IEnumerable<(IConfigurationSection Entry, string Place)> InFile()
    {
        if (values.Value(File) is not { Length: > 0 } path) return [];
        try
        {
            return SloFile.Read(path).Select((entry, index) => (entry, Place($"{path}, SLO {index + 1}", entry)));
        }
        catch (SloFileException wrong)
        {
            faults.Add($"{File} is \"{path}\": {wrong.Message}");
            return [];
        }
    }

    private static string Place(string where, IConfigurationSection entry) => entry["Name"] is { Length: > 0 } name ? $"{where} ({name})" : where;

    private void Doubled(IEnumerable<(IConfigurationSection Entry, string Place)> entries)
    {
        foreach (var same in entries.Where(entry => entry.Entry["Name"] is { Length: > 0 }).GroupBy(entry => entry.Entry["Name"]!.Trim(), StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            faults.Add($"{same.Key} is the name of {same.Count()} SLOs: {string.Join("; ", same.Select(entry => entry.Place))}. Give each its own; capitals make no difference.");
    }

    /// <summary>Empty: null.</summary>
    private double? Share(string key, double? fallback)
    {
        if (values.Value(key) is not { } written) return fallback;
        if (written.Length == 0) return null;
        if (Percentage.Read(written) is { } share and > 0 and <= 1) return (double)share;
        faults.Add($"{key} is \"{written}\". It is a share of the error budget such as 20% or 0.2, or empty for no such rule.");
        return fallback;
    }
}
