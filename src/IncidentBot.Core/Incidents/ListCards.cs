using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>The list of incidents.</summary>
internal static class ListCards
{
    public static Card List(IReadOnlyList<Incident> incidents, IncidentQuery query, int most, string prefix)
    {
        if (incidents.Count == 0) return Empty(query, prefix);
        var title = query.OpenOnly ? "Open incidents" : "All incidents";
        var heading = query.Text.Length > 0 ? $"{title} with “{Excerpt.Of(query.Text, 40)}”" : title;
        return new($"{heading}: {string.Join("; ", incidents.Take(3).Select(IncidentCards.OneLine))}",
        [
            new Heading(heading),
            new Table(["Incident", "Severity", "Status", "What", "Declared", "Room"], [.. incidents.Take(most).Select(Row)]),
            .. incidents.Count > most
                ? [new Paragraph(RichText.Of($"These are the newest {most}. To find others, add a word of the title: {RichText.Code($"{prefix} list all checkout")}"))]
                : Array.Empty<CardBlock>(),
        ]);
    }

    private static IReadOnlyList<RichText> Row(Incident incident) =>
    [
        incident.Id.Label,
        incident.Severity.Label(),
        incident.Status.Label(),
        incident.Private ? $"{incident.Title} (private)" : incident.Title,
        RichText.Of($"{RichText.Moment(incident.DeclaredAt)}"),
        incident switch
        {
            { RoomGone: true } => "gone",
            { Room: { } room } => RichText.Of($"{RichText.Room(room, incident.RoomName)}"),
            _ => "being opened",
        },
    ];

    private static Card Empty(IncidentQuery query, string prefix) => Card.Of(query.Text.Length > 0
        ? RichText.Of($"No {(query.OpenOnly ? "open incident" : "incident")} has “{Excerpt.Of(query.Text, 40)}” in its title, service or number. {(query.OpenOnly ? "Resolved ones too: " : "All of them: ")}{RichText.Code(query.OpenOnly ? $"{prefix} list all {Excerpt.Of(query.Text, 40)}" : $"{prefix} list all")}")
        : query.OpenOnly
            ? RichText.Of($"No incident is open. To declare one: {RichText.Code($"{prefix} start checkout is failing sev2")}. Earlier ones: {RichText.Code($"{prefix} list all")}")
            : RichText.Of($"There has been no incident yet. To declare one: {RichText.Code($"{prefix} start checkout is failing sev2")}"));
}
