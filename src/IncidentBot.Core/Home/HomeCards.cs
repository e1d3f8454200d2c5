using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Home;

/// <summary>The words of the bot's own page.</summary>
internal static class HomeCards
{
    private const int MostItems = 15;
    private const int MostIncidents = 15;

    public static Card Page(IReadOnlyList<ActionItem> mine, IReadOnlyDictionary<IncidentId, Incident> visible, DateTimeOffset now, string prefix)
    {
        Incident[] open = [.. visible.Values.Where(incident => incident.IsOpen).OrderBy(incident => incident.Severity).ThenByDescending(incident => incident.Id.Number)];
        return new($"Your open action items: {mine.Count}. Open incidents: {open.Length}.", [.. Items(mine, visible, now, prefix), .. Incidents(open, prefix)]);
    }

    private static IEnumerable<CardBlock> Items(IReadOnlyList<ActionItem> mine, IReadOnlyDictionary<IncidentId, Incident> visible, DateTimeOffset now, string prefix)
    {
        yield return new Heading("Your open action items");
        if (mine.Count == 0) yield return new Paragraph("You have no open action items.");
        foreach (var item in mine.Take(MostItems))
        {
            yield return new Paragraph(ActionItemCards.Line(item, visible[item.Incident], now, owner: false));
            yield return new Choices([ActionItemCards.DoneButton(item, named: true)]);
        }
        if (mine.Count > MostItems) yield return new Paragraph(Of($"…and {mine.Count - MostItems} more: {Code($"{prefix} actions mine")}"));
    }

    private static IEnumerable<CardBlock> Incidents(IReadOnlyList<Incident> open, string prefix)
    {
        yield return new Heading("Open incidents");
        if (open.Count == 0) yield return new Paragraph(Of($"No incident is open. To declare one: {Code($"{prefix} start checkout is failing sev2")}"));
        else yield return new Bullets([.. open.Take(MostIncidents).Select(Line)]);
        if (open.Count > MostIncidents) yield return new Paragraph(Of($"…and {open.Count - MostIncidents} more: {Code($"{prefix} list")}"));
    }

    private static RichText Line(Incident incident)
    {
        var line = Of($"{Bold(incident.Id.Label)} {incident.Title} — {incident.Severity.Label()} · {incident.Status.Label()}");
        return incident is { RoomGone: false, Room: { } room } ? line + Of($" · {Room(room, incident.RoomName)}") : line;
    }
}
