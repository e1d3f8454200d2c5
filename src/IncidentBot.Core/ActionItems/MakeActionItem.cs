using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.ActionItems;

/// <summary>"Make an action item" in a message's menu: the form with the message's words, for the room's incident or a chosen one.</summary>
public static class MakeActionItem
{
    public static FormUse Form { get; } = new(ActionItemButtons.FromMessage, Open, Check, Decide)
    {
        ForTheRecord = true,
        Needs = (_, _) => new() { Incidents = new(OpenOnly: false, Limit: IncidentQuery.Many) },
        NeedsOfSubmission = submitted => new() { Incident = IncidentChoice.In(submitted), Counters = true },
    };

    /// <summary>Only when no form could be opened.</summary>
    public static Decision Decide(MessageChosen chosen, Situation now) =>
        Decision.Refuse(chosen, now.Incident is null ? ActionItemFormCards.NoIncident(now.CommandPrefix) : ActionItemTextCards.NoText);

    private static Form? Open(FormOpening opening, Situation now)
    {
        var words = string.Join(' ', ChosenMessage.Read(opening.Context)?.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);
        var fields = ActionItemForm.Fields(null, Excerpt.Of(words, ActionItemText.MostCharacters - 1));
        if (now.Incident is { } incident) return ActionItemFormCards.Add(incident, fields);
        return IncidentChoice.Among(now.Incidents, opening.By) is { } choice ? ActionItemFormCards.Choose(choice, fields) : null;
    }

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now)
    {
        var faults = new Dictionary<string, string>(ActionItemForm.Check(submitted, now));
        if (now.Incident is null) faults[IncidentChoice.Field] = ActionItemFormCards.WhichIncident;
        return faults;
    }

    private static Decision Decide(FormSubmitted submitted, Situation now)
    {
        var added = ActionItemForm.Decide(submitted, now);
        return added.Save.Count > 0 && now.Incident is { } incident && !now.IsHome(incident, submitted)
            ? added.And(new() { Say = [ChangedItem.Privately(submitted, ActionItemFormCards.AddedElsewhere(incident))] })
            : added;
    }
}
