using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Luck;

/// <summary>Accepts a lucky break as a risk until a day; whoever accepts it looks at it again then. Accepting it once more moves the day.</summary>
public static class AcceptRisk
{
    public const string Why = "why";
    public const string ReviewOn = "review";
    private const int UsualDays = 90;

    public static FormUse Form { get; } = new(LuckButtons.Accept, Open, Check, Decide) { Needs = AskedLuckyBreak.NeedsOf };

    /// <summary>The button, where the form could not be opened: there is no such break.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now) => AskedLuckyBreak.Decide(pressed, pressed.Value, now, (one, _) => Decision.Refuse(pressed, LuckCards.Chosen(one, now.Luck)));

    private static Form? Open(FormOpening opening, Situation now) => AskedLuckyBreak.In(opening.Place, opening.Context, now) is { } one
        ? LuckFormCards.Accept(one, SuggestedDay(one, Zones.DateIn(opening.At, opening.By.TimeZone)))
        : null;

    /// <summary>A day that is still to come stands unless somebody moves it.</summary>
    private static DateOnly SuggestedDay(LuckyBreak one, DateOnly today) => one.Accepted is { ReviewOn: var day } && day > today ? day : today.AddDays(UsualDays);

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now)
    {
        var faults = new Dictionary<string, string>();
        if (Value(submitted, Why).Length is var length and (0 or > ActionItemText.MostCharacters)) faults[Why] = length == 0 ? LuckFormCards.NoReason : ActionItemCards.ReasonTooLong(length).ToPlainText();
        if (Date(submitted) is DateReading.Refused refused) faults[ReviewOn] = refused.Sentence;
        return faults;
    }

    private static Decision Decide(FormSubmitted submitted, Situation now) => AskedLuckyBreak.Decide(submitted, submitted.Context, now, (one, incident) =>
    {
        if (Check(submitted, now) is { Count: > 0 } faults) return Decision.Refuse(submitted, faults.Values.First());
        if (Date(submitted) is not DateReading.On day) throw new System.Diagnostics.UnreachableException();
        var accepted = one with { Accepted = new(Value(submitted, Why), day.Date, submitted.By), Safeguard = null, DecidedBy = submitted.By, DecidedAt = submitted.At };
        var ledger = now.Luck.With([accepted], []);
        var decided = new Decision
        {
            Save = [accepted],
            Say = [LuckSayings.Updated(accepted, incident, ledger), .. LuckSayings.Told(accepted, submitted, ledger, now), .. Left(one, submitted, now)],
        };
        return AskAgain.After(decided, submitted, now, DraftPart.GotLucky);
    });

    /// <summary>The action item that was to be the safeguard is somebody's plan already: it is not dropped in passing.</summary>
    private static IEnumerable<Saying> Left(LuckyBreak one, FormSubmitted submitted, Situation now) => now.Luck.SafeguardOf(one) is { Status: ActionItemStatus.Open } item
        ? [new Whisper(submitted.Place, submitted.By.Ref, Card.Of(LuckCards.ItemStays(item, now.CommandPrefix)))]
        : [];

    private static DateReading Date(FormSubmitted submitted) => DateText.Read(Value(submitted, ReviewOn), Zones.DateIn(submitted.At, submitted.By.TimeZone));

    private static string Value(FormSubmitted submitted, string field) => submitted.Values.GetValueOrDefault(field, "").Trim();
}
