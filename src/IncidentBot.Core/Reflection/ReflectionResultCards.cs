using System.Globalization;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Reflection;

/// <summary>What was answered, once there is enough of it.</summary>
internal static class ReflectionResultCards
{
    private const int MostAnswers = 10;

    public static IEnumerable<Card> Results(IReadOnlyList<ReflectionRound> rounds, string prefix) => rounds.Count == 0
        ? [Card.Of(RichText.Of($"Nobody has been asked here yet. {Code($"{prefix} reflect")} asks the team two questions; answers are anonymous."))]
        : rounds.SelectMany(round => round.Incident is null ? Exercises(round) : [Pulse(round)]);

    private static IEnumerable<Card> Exercises(ReflectionRound round) => Enum.GetValues<Exercise>().SelectMany(exercise =>
    {
        var answers = round.To(exercise);
        if (answers.Count < ReflectionRound.Enough) return [new Card(SoFar(answers.Count), new Heading(ReflectionCards.Question(exercise), 2), new Paragraph(RichText.Of($"{Week(round)}: {SoFar(answers.Count)}")))];
        return answers.Chunk(MostAnswers).Select((page, index) => new Card(
            $"{answers.Count.ToString(CultureInfo.InvariantCulture)} answers",
            new Heading(ReflectionCards.Question(exercise), 2),
            new Paragraph(RichText.Of($"{Week(round)}: {answers.Count} answers, in no order{(answers.Count > MostAnswers ? $", part {(index + 1).ToString(CultureInfo.InvariantCulture)}" : "")}.")),
            new Bullets([.. page.Select(answer => (RichText)answer)])));
    });

    private static Card Pulse(ReflectionRound round)
    {
        var title = $"Pulse after the review of {round.Incident?.Label}";
        if (round.Pulses < ReflectionRound.Enough) return new(SoFar(round.Pulses), new Heading(title, 2), new Paragraph(SoFar(round.Pulses)));
        return new(
            title,
            new Heading(title, 2),
            new Paragraph(RichText.Of($"{round.Pulses} answers, from 1 (not at all) to 5 (fully).")),
            new Table(["Statement", "Average", "1", "2", "3", "4", "5"], [.. round.Pulse.Select(Row)]));
    }

    private static IReadOnlyList<RichText> Row(StatementCounts counted) =>
        [ReflectionCards.Statement(counted.Statement), Average(counted.Counts), .. counted.Counts.Select(count => (RichText)count.ToString(CultureInfo.InvariantCulture))];

    private static string Average(IReadOnlyList<int> counts) =>
        (counts.Select((count, index) => (double)count * (index + 1)).Sum() / Math.Max(1, counts.Sum())).ToString("0.0", CultureInfo.InvariantCulture);

    private static string SoFar(int count) => $"{count.ToString(CultureInfo.InvariantCulture)} of {ReflectionRound.Enough.ToString(CultureInfo.InvariantCulture)} answers so far.";

    private static string Week(ReflectionRound round) => $"Asked in the week of {Words.Date(DateOnly.FromDateTime(round.Week.UtcDateTime))}";
}
