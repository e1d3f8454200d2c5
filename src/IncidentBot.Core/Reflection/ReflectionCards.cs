using IncidentBot.Core.Chat;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Reflection;

/// <summary>The words with which a round is asked.</summary>
public static class ReflectionCards
{
    /// <summary>The card of a round.</summary>
    public static Card Standing(ReflectionRound round, string prefix) => round.Incident is null ? Asked(round, prefix) : Pulse(round, prefix);

    public static Card Asked(ReflectionRound round, string prefix) => new(
        "Two questions about how we work",
        new Heading("Two questions about how we work"),
        new Paragraph(Of($"{Bold("1.")} {Question(Exercise.Safety)}\n{Bold("2.")} {Question(Exercise.Blamelessness)}")),
        new Paragraph(HowItIsKept),
        new Paragraph(Ready(round.HasEnough, $"{prefix} reflect results")),
        new Choices([Button(round, Exercise.Safety, "Answer the first…"), Button(round, Exercise.Blamelessness, "Answer the second…")]));

    public static string Question(Exercise exercise) => exercise switch
    {
        Exercise.Safety => "In which situations would it help our team if everybody could ask, disagree or own up to a slip without worry?",
        Exercise.Blamelessness => "Is blamelessness within our reach? What would bring us, and those who lead us, closer to it?",
    };

    public static string Statement(PulseStatement statement) => statement switch
    {
        PulseStatement.SaidIt => "I could say what I saw and did without worrying how it would look.",
        PulseStatement.Systems => "We talked about systems and processes, not about who was at fault.",
        PulseStatement.Change => "What we agreed to change will help the next time.",
    };

    public static RichText Over(string prefix) => Of($"This round is over. {Code($"{prefix} reflect")} begins a new one.");

    public static RichText PulseOver => "This pulse is over. Thank you for wanting to answer.";

    public static RichText Usage(string prefix) => Of($"I understand {Code($"{prefix} reflect")}, which asks the team two questions, and {Code($"{prefix} reflect results")}, which shows the answers.");

    private static Card Pulse(ReflectionRound round, string prefix) => new(
        $"How was the review of {round.Incident?.Label}?",
        new Paragraph(Of($"The postmortem of {Bold(round.Incident?.Label ?? "")} is published; thank you all. How was the review for you? Three statements, half a minute.")),
        new Paragraph(HowItIsKept),
        new Paragraph(Ready(round.HasEnough, $"{prefix} reflect results")),
        new Choices([new Button(ReflectionButton.Pulse, "Give your pulse…", new ReflectionButton(round.Id, null).ToString())]));

    private static RichText HowItIsKept => "Answers are anonymous: neither who gave one nor when is stored. You have four weeks.";

    private static RichText Ready(bool enough, string command) => enough
        ? Of($"There are enough answers to read: {Code(command)}")
        : Of($"From {ReflectionRound.Enough} answers on, {Code(command)} shows them.");

    private static Button Button(ReflectionRound round, Exercise exercise, string label) => new(ReflectionButton.Write, label, new ReflectionButton(round.Id, exercise).ToString());
}
