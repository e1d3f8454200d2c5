using System.Security.Cryptography;
using System.Text;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Masking;

namespace IncidentBot.Core.Reflection;

/// <summary>Takes an answer to one of the two exercises. Who gave it is not known here any more.</summary>
public static class WriteReflection
{
    public const string Text = "text";
    public const int MostCharacters = 1000;

    public static FormUse Form { get; } = new(ReflectionButton.Write, Open, Check, Decide) { Needs = ReflectionButton.NeedsOf, Anonymous = true };

    /// <summary>The button, where the form could not be opened: the round is over.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now) => Decision.Refuse(pressed, ReflectionCards.Over(now.CommandPrefix));

    private static Form? Open(FormOpening opening, Situation now) =>
        ReflectionButton.OpenIn(opening.At, opening.Place, opening.Context, now) is { About.Exercise: { } exercise } found ? ReflectionFormCards.Write(found.About, exercise) : null;

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now)
    {
        var faults = new Dictionary<string, string>();
        if (ReflectionButton.OpenIn(submitted.At, submitted.Place, submitted.Context, now) is null) faults[Text] = ReflectionFormCards.Over;
        else if (now.Happened) faults[Text] = ReflectionFormCards.Answered;
        else if (TextOf(submitted) is not { Length: > 0 and <= MostCharacters }) faults[Text] = ReflectionFormCards.Length;
        return faults;
    }

    private static Decision Decide(FormSubmitted submitted, Situation now) =>
        Check(submitted, now).Count == 0 && ReflectionButton.OpenIn(submitted.At, submitted.Place, submitted.Context, now) is { About: { Exercise: { } exercise, Once: { } once } } found
            ? TakenAnswer.Of(found.Round, found.Round with { Written = InNoOrder([.. found.Round.Written, new(exercise, Secrets.Mask(TextOf(submitted)).Text)]) }, once, now)
            : Decision.Nothing; // nobody is there who could be told

    private static IReadOnlyList<WrittenAnswer> InNoOrder(IEnumerable<WrittenAnswer> answers) =>
        [.. answers.OrderBy(answer => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(answer.Text))), StringComparer.Ordinal).ThenBy(answer => answer.Exercise)];

    private static string TextOf(FormSubmitted submitted) => submitted.Values.GetValueOrDefault(Text, "").Trim();
}
