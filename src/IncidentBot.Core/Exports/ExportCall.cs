using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Exports;

/// <summary>What the words after <c>export</c> ask for, in any order.</summary>
/// <param name="Formats">None: not chosen yet.</param>
/// <param name="Incident">Named by the words; null: the room's.</param>
/// <param name="Understood">There was no other word.</param>
/// <param name="Version">Of those published; 0: the newest. Null: as it stands now.</param>
public sealed partial record ExportCall(IReadOnlyList<ExportFormat> Formats, IncidentId? Incident, bool Understood, int? Version = null)
{
    public static ExportCall Read(Call call)
    {
        var words = VersionWords().Replace(call.Words, " ").Split([' ', '\t', '\r', '\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        var ids = words.Select(word => Addressed.IdIn(call, word)).OfType<IncidentId>().ToList();
        var others = words.Where(word => Addressed.IdIn(call, word) is null).ToList();
        var formats = others.SelectMany(FormatsOf).ToList();
        return new([.. formats.OfType<ExportFormat>().Distinct()], ids.FirstOrDefault(), ids.Count < 2 && !formats.Contains(null), VersionIn(call.Words));
    }

    public Needs Needs => new() { Incident = Incident, Postmortem = true, PublishedVersion = Version ?? 0, ActionItems = Formats.Count > 0 && Version is null, Timeline = Formats.Count > 0 && Version is null };

    /// <summary>What a button of the choice is about.</summary>
    public static string ValueOf(IncidentId incident, int? version) => version is { } number ? string.Create(CultureInfo.InvariantCulture, $"{incident.Label}|{number}") : incident.Label;

    /// <summary>What a press on it asks for.</summary>
    public static ExportCall Of(ButtonPressed pressed, ExportFormat format)
    {
        var parts = pressed.Value.Split('|', 2);
        return new([format], IncidentId.TryParse(pressed.Place.Channel.Workspace, parts[0]), true, parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);
    }

    private static IEnumerable<ExportFormat?> FormatsOf(string word) =>
        word.Equals("all", StringComparison.OrdinalIgnoreCase) ? Enum.GetValues<ExportFormat>().Cast<ExportFormat?>() : [ExportFormats.Read(word)];

    private static int? VersionIn(string words) => VersionWords().Match(words) is { Success: true } match ? match.Groups["number"] is { Success: true } number ? int.Parse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0 : null;

    [GeneratedRegex(@"(?<![\w-])(version|v(?=\d))[ :=#]*(?<number>[0-9]{1,6})?(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex VersionWords();
}
