using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Reflection;

/// <summary>Counts one person's agreement with the three statements. Who it was is not known here any more.</summary>
public static class GivePulse
{
    public const int Most = 5;

    public static FormUse Form { get; } = new(ReflectionButton.Pulse, Open, Check, Decide) { Needs = ReflectionButton.NeedsOf, Anonymous = true };

    /// <summary>The button, where the form could not be opened: the round is over.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now) => Decision.Refuse(pressed, ReflectionCards.PulseOver);

    /// <summary>The field of a statement.</summary>
    public static string FieldOf(PulseStatement statement) => statement.ToString();

    private static Form? Open(FormOpening opening, Situation now) =>
        ReflectionButton.OpenIn(opening.At, opening.Place, opening.Context, now) is { About.Exercise: null } found ? ReflectionFormCards.Pulse(found.About) : null;

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now)
    {
        if (ReflectionButton.OpenIn(submitted.At, submitted.Place, submitted.Context, now) is null) return Fault(PulseStatement.SaidIt, ReflectionFormCards.Over);
        if (now.Happened) return Fault(PulseStatement.SaidIt, ReflectionFormCards.Answered);
        return Enum.GetValues<PulseStatement>().Where(statement => Chosen(submitted, statement) is null).ToDictionary(FieldOf, _ => ReflectionFormCards.Choose);
    }

    private static Decision Decide(FormSubmitted submitted, Situation now) =>
        Check(submitted, now).Count == 0 && ReflectionButton.OpenIn(submitted.At, submitted.Place, submitted.Context, now) is { About: { Exercise: null, Once: { } once } } found
            ? TakenAnswer.Of(found.Round, found.Round with { Pulse = [.. Enum.GetValues<PulseStatement>().Select(statement => Counted(found.Round, statement, Chosen(submitted, statement)!.Value))] }, once, now)
            : Decision.Nothing; // nobody is there who could be told

    private static StatementCounts Counted(ReflectionRound round, PulseStatement statement, int chosen)
    {
        var counts = round.Pulse.FirstOrDefault(counted => counted.Statement == statement)?.Counts ?? new int[Most];
        return new(statement, [.. counts.Select((count, index) => index == chosen - 1 ? count + 1 : count)]);
    }

    private static int? Chosen(FormSubmitted submitted, PulseStatement statement) =>
        int.TryParse(submitted.Values.GetValueOrDefault(FieldOf(statement), ""), NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) && chosen is >= 1 and <= Most ? chosen : null;

    private static Dictionary<string, string> Fault(PulseStatement statement, string sentence) => new() { [FieldOf(statement)] = sentence };
}
