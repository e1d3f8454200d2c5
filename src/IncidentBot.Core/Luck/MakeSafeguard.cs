using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Publishing;

namespace IncidentBot.Core.Luck;

/// <summary>Makes a lucky break a safeguard: an action item, begun with the answer's words. The two know each other.</summary>
public static class MakeSafeguard
{
    public static FormUse Form { get; } = new(LuckButtons.Safeguard, Open, Check, Decide) { Needs = AskedLuckyBreak.NeedsOf };

    /// <summary>The button, where the form could not be opened: says why.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now) => AskedLuckyBreak.Decide(pressed, pressed.Value, now, (one, _) => Decision.Refuse(pressed, LuckCards.Chosen(one, now.Luck)));

    private static Form? Open(FormOpening opening, Situation now) => AskedLuckyBreak.In(opening.Place, opening.Context, now) is { } one && !IsSafeguarded(one, now)
        ? LuckFormCards.Safeguard(one, ActionItemForm.Fields(null, Excerpt.Of(OneLine(Secrets.Mask(one.Text).Text), ActionItemText.MostCharacters - 1)))
        : null;

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now) =>
        AskedLuckyBreak.In(submitted.Place, submitted.Context, now) is { } one && IsSafeguarded(one, now)
            ? new Dictionary<string, string> { [ActionItemForm.Text] = LuckCards.Chosen(one, now.Luck).ToPlainText() }
            : ActionItemForm.Check(submitted, now);

    private static Decision Decide(FormSubmitted submitted, Situation now) => AskedLuckyBreak.Decide(submitted, submitted.Context, now, (one, incident) =>
    {
        if (IsSafeguarded(one, now)) return Decision.Refuse(submitted, LuckCards.Chosen(one, now.Luck));
        var added = ActionItemForm.Decide(submitted, now);
        if (added.Save.OfType<ActionItem>().FirstOrDefault() is not { } item) return added;
        var safeguard = item with { LuckyBreak = one.Id };
        var chosen = one with { Safeguard = item.Id, Accepted = null, DecidedBy = submitted.By, DecidedAt = submitted.At };
        var ledger = now.Luck.With([chosen], [safeguard]);
        var decided = (added with { Save = [.. added.Save.Select(saved => saved is ActionItem ? safeguard : saved), chosen] })
            .And(new() { Say = [LuckSayings.Updated(chosen, incident, ledger), .. LuckSayings.Told(chosen, submitted, ledger, now)] });
        return AskAgain.After(decided, submitted, now, DraftPart.GotLucky, DraftPart.ActionItems);
    });

    private static bool IsSafeguarded(LuckyBreak one, Situation now) => now.Luck.StateOf(one) is LuckState.SafeguardPlanned or LuckState.SafeguardDone;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
