using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.ActionItems;

/// <summary>Lists of action items. A long one is several cards; nothing is left out.</summary>
internal static class ActionItemListCards
{
    private const int MostLines = 15;

    public static IEnumerable<Card> OfIncident(Incident incident, IEnumerable<ActionItem> items, DateTimeOffset now, string prefix) =>
        Cards($"Action items of {incident.Id.Label}", [.. items], _ => incident, now, Of($"{incident.Id.Label} has no action items yet. Add one with {Code($"{prefix} action TEXT")}."), ofOne: true, AddButton(incident));

    public static IEnumerable<Card> Open(IEnumerable<ActionItem> items, IReadOnlyDictionary<IncidentId, Incident> incidents, DateTimeOffset now) =>
        Cards("Open action items", [.. items], item => incidents[item.Incident], now, "There are no open action items.");

    public static IEnumerable<Card> Mine(IEnumerable<ActionItem> items, IReadOnlyDictionary<IncidentId, Incident> incidents, DateTimeOffset now) =>
        Cards("Your open action items", [.. items], item => incidents[item.Incident], now, "You have no open action items.");

    public static IEnumerable<Card> Overdue(IEnumerable<ActionItem> items, IReadOnlyDictionary<IncidentId, Incident> incidents, DateTimeOffset now) =>
        Cards("Overdue action items", [.. items], item => incidents[item.Incident], now, "Nothing is overdue.");

    public static IEnumerable<Card> All(IEnumerable<ActionItem> items, IReadOnlyDictionary<IncidentId, Incident> incidents, DateTimeOffset now, string prefix) =>
        Cards("All action items", [.. items], item => incidents[item.Incident], now, Of($"There are no action items yet. Add one in an incident's room with {Code($"{prefix} action TEXT")}."));

    public static RichText NoSuchList(string words, string prefix) =>
        Of($"There is no list {Code(Excerpt.Of(words, 40))}. Write {Code($"{prefix} actions")}, {Code($"{prefix} actions mine")}, {Code($"{prefix} actions overdue")} or {Code($"{prefix} actions all")}.");

    private static Button AddButton(Incident incident) => new(ActionItemButtons.Open, "Add an action item", incident.Id.Label);

    private static IEnumerable<Card> Cards(string title, IReadOnlyList<ActionItem> items, Func<ActionItem, Incident> incidentOf, DateTimeOffset now, RichText none, bool ofOne = false, params Button[] buttons)
    {
        IReadOnlyList<CardBlock> under = buttons.Length == 0 ? [] : [new Choices(buttons)];
        if (items.Count == 0) return [new(none.ToPlainText(), [new Paragraph(none), .. under])];
        var pages = items.Chunk(MostLines).ToList();
        return pages.Select((page, index) =>
        {
            var heading = pages.Count == 1 ? $"{title} ({items.Count})" : $"{title} ({items.Count}), part {index + 1} of {pages.Count}";
            return new Card(heading, [new Heading(heading), new Bullets([.. page.Select(item => ActionItemCards.Line(item, incidentOf(item), now, ofIncident: !ofOne))]), .. index == pages.Count - 1 ? under : []]);
        });
    }
}
