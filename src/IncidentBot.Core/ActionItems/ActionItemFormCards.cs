using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.ActionItems;

/// <summary>The words of the form.</summary>
internal static class ActionItemFormCards
{
    public const string Text = "What is to be done?";
    public const string Owner = "Owner";
    public const string OwnerHint = "Leave it empty when nobody has agreed to it yet.";
    public const string Priority = "Priority";
    public const string NoPriority = "None";
    public const string Due = "Due";
    public const string DueHint = "For example 2026-12-01, friday or in 2 weeks.";
    public const string Ticket = "Bug or ticket";
    public const string TicketHint = "An address that begins with https://";

    public const string NoText = "Say in a sentence what is to be done, for example: Add a canary to the checkout deploy";
    public const string NoAddress = "Write a whole address, for example https://tickets.example/OPS-7";

    public static Form Add(Incident incident, IReadOnlyList<FormField> fields) => new(ActionItemButtons.Open, $"New action item, {incident.Id.Label}", "Add", incident.Id.Label, fields);

    public const string WhichIncident = "Choose the incident that it came from.";

    public static RichText NoIncident(string prefix) => RichText.Of($"There is no incident that an action item could belong to. To declare one: {RichText.Code($"{prefix} start TITLE")}");

    public static RichText AddedElsewhere(Incident incident) => incident.Room is { } room
        ? RichText.Of($"Added to {RichText.Bold(incident.Id.Label)}; its card is in {RichText.Room(room, incident.RoomName)}.")
        : RichText.Of($"Added to {RichText.Bold(incident.Id.Label)}.");

    public static Form Choose(ChoiceField incident, IReadOnlyList<FormField> fields) => new(ActionItemButtons.FromMessage, "New action item", "Add", "", [incident, .. fields]);

    public const string NoReason = "Say in a sentence why it is no longer needed. The reason stays on record.";

    public const string WhyDrop = "Why is it no longer needed?";
    public const string StaysOnRecord = "The reason stays on record.";

    public static Form Drop(ActionItem item, IReadOnlyList<FormField> fields) => new(ActionItemButtons.Drop, $"Drop {item.Id.Label}", "Drop it", item.Id.Label, fields);

    public static Form Edit(ActionItem item, IReadOnlyList<FormField> fields) => new(ActionItemButtons.Open, $"Edit {item.Id.Label}", "Save", item.Id.Label, fields);
}
