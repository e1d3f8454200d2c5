using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.ActionItems;

/// <summary>The form behind <c>action</c> without words and behind "Edit". Its context is the item, or the incident to add one to.</summary>
public static class ActionItemForm
{
    public const string Text = "text";
    private const string Owner = "owner";
    private const string Priority = "priority";
    private const string Due = "due";
    private const string Ticket = "ticket";
    private const string NoPriority = "none";

    public static Needs NeedsOf(Place place, string context) => AskedItem.IdIn(place, context) is { } item
        ? new() { ActionItem = item, Postmortem = true }
        : new() { Incident = Incidents.IncidentId.TryParse(place.Channel.Workspace, context), Postmortem = true, Counters = true };

    public static Form? Open(FormOpening opening, Situation now)
    {
        if (now.Incident is not { } incident) return null;
        if (AskedItem.IdIn(opening.Place, opening.Context) is null) return ActionItemFormCards.Add(incident, Fields(null));
        return now.ActionItem is { Status: ActionItemStatus.Open } item ? ActionItemFormCards.Edit(item, Fields(item)) : null;
    }

    public static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now)
    {
        var faults = new Dictionary<string, string>();
        var text = Value(submitted, Text);
        if (text.Length == 0) faults[Text] = ActionItemFormCards.NoText;
        if (text.Length > ActionItemText.MostCharacters) faults[Text] = ActionItemTextCards.TooLong(text.Length).ToPlainText();
        if (Value(submitted, Due) is { Length: > 0 } due && Date(due, submitted, now) is DateReading.Refused refused) faults[Due] = refused.Sentence;
        if (Value(submitted, Ticket) is { Length: > 0 } ticket && ActionItemText.AddressIn(ticket) is null) faults[Ticket] = ActionItemFormCards.NoAddress;
        return faults;
    }

    public static Decision Decide(FormSubmitted submitted, Situation now)
    {
        if (Check(submitted, now) is { Count: > 0 } faults) return Decision.Refuse(submitted, faults.Values.First());
        var written = new ActionItemReading.Item(
            Value(submitted, Text),
            submitted.People.GetValueOrDefault(Owner),
            Enum.TryParse<Priority>(Value(submitted, Priority), ignoreCase: true, out var priority) ? priority : null,
            Value(submitted, Due) is { Length: > 0 } due && Date(due, submitted, now) is DateReading.On on ? on.Date : null,
            Value(submitted, Ticket) is { Length: > 0 } ticket ? ActionItemText.AddressIn(ticket) : null);
        if (AskedItem.IdIn(submitted.Place, submitted.Context) is not null)
            return AskedItem.Decide(submitted, submitted.Context, now, (item, incident) => item.Status is ActionItemStatus.Open
                ? EditActionItem.To(written, item, incident, submitted)
                : ReopenActionItem.Offer(submitted, item, ActionItemCards.ClosedSentence(item)));
        return now.Incident is { } incident ? AddActionItem.From(written, submitted, incident, now) : Decision.Refuse(submitted, HelpCards.NotVisible(now));
    }

    /// <summary>As a review offers it too: who has approved is asked again.</summary>
    public static Decision Submitted(FormSubmitted submitted, Situation now) => AskAgain.After(Decide(submitted, now), submitted, now, DraftPart.ActionItems);

    /// <summary>The button of the form, where the form could not be opened: says why.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now) => AskedItem.IdIn(pressed.Place, pressed.Value) is null
        ? Decision.Refuse(pressed, now.Incident is null ? HelpCards.NotVisible(now) : ActionItemTextCards.NoText)
        : AskedItem.Decide(pressed, pressed.Value, now, (item, _) => ReopenActionItem.Offer(pressed, item, ActionItemCards.ClosedSentence(item)));

    // A date that stands already may have passed since.
    private static DateReading Date(string text, FormSubmitted submitted, Situation now) => now.ActionItem?.Due is { } due && text == Words.Date(due)
        ? new DateReading.On(due)
        : DateText.Read(text, Zones.DateIn(submitted.At, submitted.By.TimeZone));

    private static string Value(FormSubmitted submitted, string field) => submitted.Values.GetValueOrDefault(field, "").Trim();

    /// <param name="text">What the field for the text begins with.</param>
    internal static IReadOnlyList<FormField> Fields(ActionItem? item, string? text = null) =>
    [
        new TextField(Text, ActionItemFormCards.Text) { Required = true, MaxLength = ActionItemText.MostCharacters, Initial = item?.Text ?? text },
        new PersonField(Owner, ActionItemFormCards.Owner) { Hint = ActionItemFormCards.OwnerHint, Initial = item?.Owner?.Ref.Id },
        new ChoiceField(Priority, ActionItemFormCards.Priority, [new(NoPriority, ActionItemFormCards.NoPriority), .. Enum.GetNames<Priority>().Select(name => new FormOption(name, name))]) { Initial = item?.Priority?.ToString() ?? NoPriority },
        new TextField(Due, ActionItemFormCards.Due) { Hint = ActionItemFormCards.DueHint, Initial = item?.Due is { } due ? Words.Date(due) : null },
        new TextField(Ticket, ActionItemFormCards.Ticket) { Hint = ActionItemFormCards.TicketHint, Initial = item?.Ticket },
    ];
}
