using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.ActionItems.FollowUps;

/// <summary>One form for everything that can become of an open item: done, snoozed, handed over or dropped. About one item, or about one of the person's own.</summary>
public static class ChangeActionItem
{
    /// <summary>The context in which the person chooses among their own items.</summary>
    internal const string Mine = "mine";

    private const string Item = "item";
    private const string What = "what";
    private const string To = "to";
    private const string Until = "until";
    private const string Reason = "reason";

    /// <summary>Slack shows so many options, https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element.</summary>
    private const int MostOptions = 100;

    public static FormUse Form { get; } = new(ActionItemButtons.Change, Open, Check, Decide)
    {
        Needs = (place, context) => context == Mine ? new() { WorkspaceItems = ItemScope.Open } : AskedItem.NeedsOf(place, context),
        NeedsOfSubmission = submitted => AskedItem.NeedsOf(submitted.Place, Asked(submitted)),
    };

    /// <summary>Where the form could not be opened: says why.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now) => pressed.Value == Mine
        ? Decision.Refuse(pressed, ChangeItemCards.NothingOpen)
        : AskedItem.Decide(pressed, pressed.Value, now, (item, _) => ReopenActionItem.Offer(pressed, item, ActionItemCards.ClosedSentence(item)));

    private static Form? Open(FormOpening opening, Situation now)
    {
        if (opening.Context != Mine) return now.ActionItem is { Status: ActionItemStatus.Open } item ? ChangeItemCards.Form(item.Id.Label, $"Change {item.Id.Label}", Fields) : null;
        var visible = now.Incidents.Where(incident => incident.VisibleTo(opening.By.Ref)).Select(incident => incident.Id).ToHashSet();
        ActionItem[] mine = [.. now.WorkspaceItems.Where(item => item.Owner?.Ref == opening.By.Ref && visible.Contains(item.Incident)).MostUrgentFirst().Take(MostOptions)];
        return mine.Length == 0 ? null : ChangeItemCards.Form(Mine, "Change an action item", [ChangeItemCards.Choose(Item, mine), .. Fields]);
    }

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now)
    {
        var faults = new Dictionary<string, string>();
        if (now.ActionItem is not { } item || now.Incident is not { } incident) return faults; // Decide says so
        switch (ChosenChange(submitted))
        {
            case null:
                faults[What] = ChangeItemCards.ChooseWhat;
                break;
            case Change.Done:
                break;
            case Change.Snooze when SnoozeActionItem.Read(Value(submitted, Until), submitted, item.Today(incident, submitted.At)) is Times.DateReading.Refused refused:
                faults[Until] = refused.Sentence;
                break;
            case Change.Snooze:
                break;
            case Change.HandOver when !submitted.People.ContainsKey(To):
                faults[To] = HandOverCards.ChooseSomebody;
                break;
            case Change.HandOver:
                break;
            case Change.Drop when DropActionItem.RefusesReason(Value(submitted, Reason)) is { } why:
                faults[Reason] = why;
                break;
            case Change.Drop:
                break;
        }
        return faults;
    }

    private static Decision Decide(FormSubmitted submitted, Situation now) => AskedItem.Decide(submitted, Asked(submitted), now, (item, incident) => ChosenChange(submitted) switch
    {
        Change.Done => FinishActionItem.Done(item, incident, submitted, "", now),
        Change.Snooze => SnoozeActionItem.Until(Value(submitted, Until), item, incident, submitted, now),
        Change.HandOver => submitted.People.TryGetValue(To, out var to) ? HandOverActionItem.Over(to, item, incident, submitted) : Decision.Refuse(submitted, HandOverCards.ChooseSomebody),
        Change.Drop => DropActionItem.Drop(item, incident, submitted, Value(submitted, Reason), now),
        null => Decision.Refuse(submitted, ChangeItemCards.ChooseWhat),
    });

    private static IReadOnlyList<FormField> Fields => ChangeItemCards.Fields(What, To, Until, Reason);

    private static Change? ChosenChange(FormSubmitted submitted) => Enum.TryParse<Change>(Value(submitted, What), ignoreCase: true, out var change) && Enum.IsDefined(change) ? change : null;

    private static string Asked(FormSubmitted submitted) => submitted.Context == Mine ? Value(submitted, Item) : submitted.Context;

    private static string Value(FormSubmitted submitted, string field) => submitted.Values.GetValueOrDefault(field, "").Trim();
}

/// <summary>What can become of an open item.</summary>
internal enum Change
{
    Snooze,
    HandOver,
    Drop,
    Done,
}
