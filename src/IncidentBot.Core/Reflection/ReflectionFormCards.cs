using System.Globalization;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Reflection;

/// <summary>The words of the two forms, and what can be wrong with an answer: it is said in the form, for afterwards nobody knows whom to tell.</summary>
internal static class ReflectionFormCards
{
    public const string Over = "This round is over.";
    public const string Answered = "You have answered this already, and one answer each keeps it fair. Thank you.";
    public const string Choose = "Please choose from 1 to 5.";

    private const string Unsigned = "It is stored without your name and the time, and shown as you write it: leave out what tells who you are.";

    public static string Length => $"Write a sentence or more, at most {WriteReflection.MostCharacters.ToString(CultureInfo.InvariantCulture)} characters.";

    public static Form Write(ReflectionButton about, Exercise exercise) => new(ReflectionButton.Write, "Answer anonymously", "Send", about.ToString(),
        [new TextField(WriteReflection.Text, ReflectionCards.Question(exercise)) { Required = true, Multiline = true, MaxLength = WriteReflection.MostCharacters, Hint = $"As many as you like, in one answer. {Unsigned}" }]);

    public static Form Pulse(ReflectionButton about) => new(ReflectionButton.Pulse, "Your pulse, anonymously", "Send", about.ToString(),
        [.. Enum.GetValues<PulseStatement>().Select(statement => new ChoiceField(GivePulse.FieldOf(statement), ReflectionCards.Statement(statement), Scale) { Required = true })]);

    private static IReadOnlyList<FormOption> Scale =>
        [new("1", "1 – not at all"), new("2", "2"), new("3", "3 – partly"), new("4", "4"), new("5", "5 – fully")];
}
