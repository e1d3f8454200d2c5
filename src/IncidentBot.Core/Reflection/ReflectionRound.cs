using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Reflection;

/// <summary>Identity of a round: <c>R-3</c>, or for the pulse of an incident's review the incident's own label.</summary>
public sealed record RoundId(string Workspace, string Name)
{
    public string Key => $"{Workspace}/{Name}";

    public override string ToString() => Key;

    public static RoundId Numbered(string workspace, int number) => new(workspace, $"R-{number.ToString(CultureInfo.InvariantCulture)}");

    public static RoundId PulseOf(IncidentId incident) => new(incident.Workspace, incident.Label);
}

/// <summary>Questions that a team answers anonymously, for some weeks. It holds what was answered, and nothing of who or when.</summary>
/// <remarks>What was written is kept in the order of its hashes, the pulse as counts: neither tells who came first, nor which answers belong together.</remarks>
public sealed record ReflectionRound : IAggregate
{
    /// <summary>From so many answers on they are shown: fewer could be guessed.</summary>
    public const int Enough = 5;

    /// <summary>Four whole ones after that in which it was asked.</summary>
    private const int OpenWeeks = 5;

    public required RoundId Id { get; init; }

    /// <summary>Where it was asked; its answers are shown there.</summary>
    public required Place Place { get; init; }

    /// <summary>Whose review the pulse is about; null: the workbook's two exercises.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The Monday of the week in which it was asked.</summary>
    public required DateTimeOffset Week { get; init; }

    public IReadOnlyList<WrittenAnswer> Written { get; init; } = [];

    public IReadOnlyList<StatementCounts> Pulse { get; init; } = [];

    public int Version { get; init; }

    string IAggregate.Key => Id.Key;

    public bool IsOpen(DateTimeOffset at) => at < Week.AddDays(7 * OpenWeeks);

    public IReadOnlyList<string> To(Exercise exercise) => [.. Written.Where(answer => answer.Exercise == exercise).Select(answer => answer.Text)];

    /// <summary>How many answered the pulse.</summary>
    public int Pulses => Pulse.Count == 0 ? 0 : Pulse[0].Counts.Sum();

    /// <summary>Something of it can be shown.</summary>
    public bool HasEnough => Pulses >= Enough || Enum.GetValues<Exercise>().Any(exercise => To(exercise).Count >= Enough);
}

/// <summary>The workbook's two exercises.</summary>
public enum Exercise
{
    /// <summary>Scenarios where psychological safety helps.</summary>
    Safety,

    /// <summary>Ideas to support blamelessness.</summary>
    Blamelessness,
}

/// <summary>The three statements of the pulse.</summary>
public enum PulseStatement
{
    SaidIt,
    Systems,
    Change,
}

public sealed record WrittenAnswer(Exercise Exercise, string Text);

/// <param name="Counts">How many chose 1, 2, 3, 4 and 5.</param>
public sealed record StatementCounts(PulseStatement Statement, IReadOnlyList<int> Counts);
