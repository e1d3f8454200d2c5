using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Exports;

/// <summary>What the words after <c>export</c> ask for, in any order.</summary>
/// <param name="Formats">None: not chosen yet.</param>
/// <param name="Incident">Named by the words; null: the room's.</param>
/// <param name="Understood">There was no other word.</param>
public sealed record ExportCall(IReadOnlyList<ExportFormat> Formats, IncidentId? Incident, bool Understood)
{
    public static ExportCall Read(Call call)
    {
        var words = call.Words.Split([' ', '\t', '\r', '\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        var ids = words.Select(word => Addressed.IdIn(call, word)).OfType<IncidentId>().ToList();
        var others = words.Where(word => Addressed.IdIn(call, word) is null).ToList();
        var formats = others.SelectMany(FormatsOf).ToList();
        return new([.. formats.OfType<ExportFormat>().Distinct()], ids.FirstOrDefault(), ids.Count < 2 && !formats.Contains(null));
    }

    public Needs Needs => new() { Incident = Incident, Postmortem = true, PublishedVersion = 0, ActionItems = Formats.Count > 0, Timeline = Formats.Count > 0 };

    private static IEnumerable<ExportFormat?> FormatsOf(string word) =>
        word.Equals("all", StringComparison.OrdinalIgnoreCase) ? Enum.GetValues<ExportFormat>().Cast<ExportFormat?>() : [ExportFormats.Read(word)];
}
