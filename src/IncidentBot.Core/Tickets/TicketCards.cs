using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Tickets;

/// <summary>The words about tickets: in the chat, on the timeline, and in the tickets themselves.</summary>
public static class TicketCards
{
    public const string Item = "What is to be done";
    public const string Incident = "Incident";
    public const string Owner = "Owner";
    public const string Priority = "Priority";
    public const string Due = "Due";
    public const string Nobody = "nobody yet";
    public const string Origin = "A follow-up from a blameless postmortem: it is about the system and how we work with it, not about who did what.";

    public static string Name(Tracker tracker) => tracker switch
    {
        Tracker.GitHub => "GitHub",
        Tracker.Jira => "Jira",
    };

    public static string Footer(ActionItem item) => $"This is action item {item.Id.Label} of IncidentBot. Closing this ticket closes the item there, and the other way round.";

    public static Button OpenButton(ActionItemId item) => new(TicketCapability.Open, "Open a ticket", item.Label);

    public static RichText NotSetUp(string prefix) =>
        Of($"No ticket tracker is set up, so nothing was opened. Whoever runs the bot can set {Code("Tickets:Provider")}. A ticket that you opened yourself can be linked: press Edit on the item's card, or write its address behind {Code($"{prefix} action TEXT")}.");

    public static RichText Which(string prefix) => Of($"A ticket for which item? Write {Code($"{prefix} ticket A-7")}; {Code($"{prefix} actions")} lists them.");

    public static RichText HasOne(ActionItem item, string url) => Of($"{Bold(item.Id.Label)} has a ticket already: {Link(url, WebAddress.Label(url))}");

    public static RichText OnItsWay(ActionItem item) => Of($"The ticket of {Bold(item.Id.Label)} is on its way; the item's card shows it as soon as it is open.");

    public static RichText Asked(ActionItem item, Tracker tracker) => Of($"A ticket for {Bold(item.Id.Label)} goes to {Name(tracker)} now. I will tell you when it is open.");

    public static RichText PrivateStays(ActionItem item, Tracker tracker) =>
        Of($"{Bold(item.Id.Label)} belongs to a private incident, and in {Name(tracker)} others could read it, so it was not sent there. If that is wanted, whoever runs the bot can set {Code("Tickets:PrivateIncidents")} to true.");

    public static string OpenedEntry(ActionItem item, TrackedTicket ticket) => $"{item.Id.Label} has a ticket: {ticket.Key}";

    public static RichText OpenedTold(ActionItem item, TrackedTicket ticket) => Of($"The ticket of {Bold(item.Id.Label)} is open: {Link(ticket.Url, ticket.Key)}");

    public static RichText OpenedBeside(ActionItem item, TrackedTicket ticket) =>
        Of($"A ticket for {Bold(item.Id.Label)} was opened: {Link(ticket.Url, ticket.Key)}. Meanwhile somebody linked another one, which the item keeps; close the one that is not needed.");

    public static RichText NotOpened(ActionItem item, Tracker tracker, string why, string prefix) =>
        Of($"{Name(tracker)} did not open a ticket for {Bold(item.Id.Label)}: {Sentence(why)} The item is safe here. Once that is put right, try again with {Code($"{prefix} ticket {item.Id.Label}")}.");

    public static RichText NotMoved(ActionItem item, TrackedTicket ticket, string why) =>
        Of($"{Name(ticket.Tracker)} could not be told about {Bold(item.Id.Label)}: {Sentence(why)} Please change {Link(ticket.Url, ticket.Key)} by hand.");

    public static RichText NotRetitled(ActionItem item, TrackedTicket ticket, string why) =>
        Of($"The title of {Link(ticket.Url, ticket.Key)} could not be changed to what {Bold(item.Id.Label)} says now: {Sentence(why)} Please change it by hand.");

    public static string Comment(ActionItem item) => item.Status switch
    {
        ActionItemStatus.Open => $"{item.Id.Label} was opened again in the incident's room.",
        ActionItemStatus.Done => $"{item.Id.Label} is done, said {item.ClosedBy?.Name} in the incident's room.",
        ActionItemStatus.Dropped => $"{item.Id.Label} was dropped by {item.ClosedBy?.Name} in the incident's room. Reason: {item.DropReason}",
    };

    public static string ChangedEntry(ActionItem item, TrackedTicket ticket, Person by) => item.Status switch
    {
        ActionItemStatus.Open => $"{item.Id.Label} opened again: {by.Name} reopened {ticket.Key}",
        ActionItemStatus.Done => $"{item.Id.Label} done: {by.Name} closed {ticket.Key}",
        ActionItemStatus.Dropped => $"{item.Id.Label} dropped: {item.DropReason}",
    };

    public static RichText ChangedTold(ActionItem item, TrackedTicket ticket, Person by) => item.Status switch
    {
        ActionItemStatus.Open => Of($"{Bold(item.Id.Label)} is open again, because {by.Name} reopened {Link(ticket.Url, ticket.Key)}: {item.Text}"),
        ActionItemStatus.Done => Of($"✅ {Bold(item.Id.Label)} is done, because {by.Name} closed {Link(ticket.Url, ticket.Key)}: {item.Text}"),
        ActionItemStatus.Dropped => Of($"{Bold(item.Id.Label)} was dropped, because {by.Name} closed {Link(ticket.Url, ticket.Key)} as {ReasonWord(item)}: {item.Text}"),
    };

    public static string DropReason(TrackedTicket ticket, Person by, string? reason) => $"{by.Name} closed {ticket.Key} as {reason ?? NotPlanned}";

    private const string NotPlanned = "not planned";

    private static string ReasonWord(ActionItem item) => item.DropReason is { } reason && reason.LastIndexOf(" as ", StringComparison.Ordinal) is > 0 and var at ? reason[(at + 4)..] : NotPlanned;

    private static string Sentence(string why) => why.TrimEnd().EndsWith('.') ? why.Trim() : $"{why.Trim()}.";
}
