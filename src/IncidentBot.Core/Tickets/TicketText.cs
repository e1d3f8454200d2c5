using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Tickets;

/// <summary>What a ticket says. The one place where words of an incident are made ready to leave for a tracker.</summary>
public sealed record TicketText(string Title, IReadOnlyList<TicketLine> Lines)
{
    public static TicketText Of(ActionItem item, Incident incident, Situation now)
    {
        var (outward, about) = Outward(item, incident, now);
        return new(
            CleanText.Line(outward.Text),
            [
                new(null, TicketCards.Origin),
                new(TicketCards.Item, outward.Text),
                new(TicketCards.Incident, $"{about.Id.Label}: {about.Title}") { Url = Link(item, incident, now) },
                new(TicketCards.Owner, outward.Owner?.Name ?? TicketCards.Nobody),
                .. outward.Priority is { } priority ? [new TicketLine(TicketCards.Priority, priority.ToString())] : Array.Empty<TicketLine>(),
                .. outward.Due is { } due ? [new TicketLine(TicketCards.Due, Times.Words.Date(due))] : Array.Empty<TicketLine>(),
                new(null, TicketCards.Footer(item)),
            ]);
    }

    public static string TitleOf(ActionItem item, Incident incident, Situation now) => CleanText.Line(Outward(item, incident, now).Item.Text);

    /// <summary>What is written under the ticket when its item is done, dropped or opened again.</summary>
    public static string Comment(ActionItem item, Incident incident, Situation now) => TicketCards.Comment(Outward(item, incident, now).Item);

    private static (ActionItem Item, Incident Incident) Outward(ActionItem item, Incident incident, Situation now)
    {
        var outward = Masking.Outward.Of(incident, null, [item], [], byRole: now.Settings.Blameless.PublishRoles);
        return (outward.Items[0], outward.Incident);
    }

    // The message that the item came from; else the head of the incident's thread, where the room is one.
    private static string? Link(ActionItem item, Incident incident, Situation now) =>
        item.Source is { } source && now.LinkTo(source, null) is { } message ? message
        : incident.Room is { Thread: { } head } room ? now.LinkTo(new(room.Channel, head), null)
        : null;
}

/// <summary>A line of a ticket, as plain text: each tracker's adapter writes it in its own markup.</summary>
public sealed record TicketLine(string? Label, string Text)
{
    /// <summary>Where the text leads.</summary>
    public string? Url { get; init; }
}
