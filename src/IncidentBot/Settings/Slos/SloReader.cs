using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Core.Slos;

namespace IncidentBot.Settings.Slos;

/// <summary>Reads one SLO of the catalogue. Each fault begins with its place.</summary>
/// <param name="place">The file, or the key, and the SLO's name.</param>
internal sealed partial class SloReader(IConfigurationSection entry, string place, ICollection<string> faults)
{
    private const string Window = "$window";

    private const int LongestDays = 90;

    private const int LongestName = 60;

    private static readonly string[] Known = ["Name", "Service", "Sli:Kind", "Sli:Good", "Sli:Total", "Sli:GoodQuery", "Sli:TotalQuery", "Objective", "Window", "TimeZone", "Owners", "Room"];

    /// <summary>Null when something is wrong with it.</summary>
    public Slo? Read()
    {
        var before = faults.Count;
        foreach (var key in Unknown()) faults.Add($"{place}: {key} is not known. An SLO has {string.Join(", ", Known)}.");
        var (name, service) = (Name(), Value("Service") ?? "");
        if (service.Length == 0) faults.Add($"{place}: Service is missing. It is the name that incidents have it by, as in service:checkout.");
        var (sli, objective, window) = (Indicator(), Objective(), Over());
        return faults.Count > before ? null : new()
        {
            Name = name,
            Service = service,
            Sli = sli,
            Objective = objective,
            Window = window,
            Owners = Owners(),
            Room = Value("Room")?.TrimStart('#') is { Length: > 0 } room ? room : null,
        };
    }

    private string? Value(string key) => entry[key]?.Trim() is { Length: > 0 } value ? value : null;

    private IEnumerable<string> Unknown() =>
        from pair in entry.AsEnumerable(makePathsRelative: true)
        where pair.Key.Length > 0 && pair.Value is not null && !Known.Contains(pair.Key, StringComparer.OrdinalIgnoreCase) && !pair.Key.StartsWith("Owners:", StringComparison.OrdinalIgnoreCase)
        orderby pair.Key
        select pair.Key;

    private string Name()
    {
        const string allowed = "It is one word such as checkout-availability, for people type it";
        if (Value("Name") is not { } name) faults.Add($"{place}: Name is missing. {allowed}.");
        else if (!NameForm().IsMatch(name) || name.Length > LongestName) faults.Add($"{place}: Name is \"{name}\". {allowed}: a letter, then letters, digits, hyphens, dots and underscores, at most {LongestName} in all.");
        else return name;
        return "";
    }

    private Sli Indicator()
    {
        var kind = SliKind.Events;
        if (Value("Sli:Kind") is { } written && (!Enum.TryParse(written, ignoreCase: true, out kind) || !Enum.IsDefined(kind) || char.IsAsciiDigit(written[0]))) faults.Add($"{place}: Sli:Kind is \"{written}\". It can be events (interactions are counted) or time (minutes are).");
        foreach (var key in (string[])["Sli:Good", "Sli:Total"])
            if (Value(key) is null) faults.Add($"{place}: {key} is missing. It says in plain words what counts {(key == "Sli:Good" ? "as good, such as: answers other than 5xx within a second" : "at all, such as: requests of checkouts")}.");
        var (good, total) = (Query("Sli:GoodQuery"), Query("Sli:TotalQuery"));
        if (good is null != total is null) faults.Add($"{place}: {(good is null ? "Sli:TotalQuery is there, but not Sli:GoodQuery" : "Sli:GoodQuery is there, but not Sli:TotalQuery")}. Give both to have it measured, or neither.");
        return new(kind, Value("Sli:Good") ?? "", Value("Sli:Total") ?? "") { GoodQuery = good, TotalQuery = total };
    }

    private string? Query(string key)
    {
        if (Value(key) is not { } query) return null;
        if (!query.Contains(Window, StringComparison.Ordinal)) faults.Add($"{place}: {key} has no {Window}. Write it where the length of time belongs, as in sum(increase(requests_total[{Window}])).");
        return query;
    }

    private decimal Objective()
    {
        const string allowed = "It is above 0 and below 100 %, written as 99.9% or 0.999";
        if (Value("Objective") is not { } written) faults.Add($"{place}: Objective is missing. {allowed}.");
        else if (Percentage.Read(written) is not { } share) faults.Add($"{place}: Objective is \"{written}\". {allowed}.");
        else if (share == 1) faults.Add($"{place}: Objective is \"{written}\". That leaves no error budget: a single bad interaction would break it, and every change would be forbidden. Write what users really need, such as 99.9% or 99.99%.");
        else if (share is > 1 and < 100 && !written.Contains('%', StringComparison.Ordinal)) faults.Add($"{place}: Objective is \"{written}\". {allowed}; did you mean {written}%?");
        else if (share is <= 0 or > 1) faults.Add($"{place}: Objective is \"{written}\". {allowed}.");
        else return share;
        return 0;
    }

    private SloWindow Over()
    {
        const string allowed = "It can be a number of days, such as 28d or 30d, or month or quarter";
        var written = Value("Window");
        var zone = Value("TimeZone");
        var isZone = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
        if (zone is not null && !isZone) faults.Add($"{place}: TimeZone is \"{zone}\", which is not known. It is a name such as Europe/Lisbon or Etc/UTC.");
        switch (written?.ToLowerInvariant())
        {
            case null:
                faults.Add($"{place}: Window is missing. {allowed}.");
                break;
            case "month": return new(SloWindowKind.CalendarMonth, TimeZone: zone ?? "Etc/UTC");
            case "quarter": return new(SloWindowKind.CalendarQuarter, TimeZone: zone ?? "Etc/UTC");
            case var days when DaysForm().IsMatch(days) && int.Parse(days[..^1], CultureInfo.InvariantCulture) is >= 1 and <= LongestDays and var number:
                if (isZone) faults.Add($"{place}: TimeZone is there, but {written} ends at every moment and begins in no zone. Leave it out, or write month or quarter as the Window.");
                return SloWindow.Rolling(number);
            default:
                faults.Add($"{place}: Window is \"{written}\". {allowed}; at most {LongestDays}d.");
                break;
        }
        return SloWindow.Rolling(1);
    }

    /// <summary>As a list, or with commas between them.</summary>
    private string[] Owners() =>
        [.. entry.GetSection("Owners").GetChildren().Select(owner => owner.Value ?? "").Append(Value("Owners") ?? "").SelectMany(owners => owners.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    [GeneratedRegex(@"^\p{L}[\p{L}\p{Nd}._-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();

    [GeneratedRegex("^[0-9]{1,4}d$", RegexOptions.CultureInvariant)]
    private static partial Regex DaysForm();
}
