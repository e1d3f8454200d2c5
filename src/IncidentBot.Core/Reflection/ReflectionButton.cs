using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Reflection;

/// <summary>What a button or form of a round is about; written into its value and context.</summary>
/// <param name="Exercise">Null: the pulse.</param>
/// <param name="Mark">In a submission that is stored: by what a second answer is known. See <see cref="Anonymity"/>.</param>
public sealed record ReflectionButton(RoundId Round, Exercise? Exercise, string? Mark = null)
{
    /// <summary>Ids of the buttons, which are also the keys of their forms. Never renamed: messages that stand in rooms hold them.</summary>
    public const string Write = "reflection.write";

    public const string Pulse = "reflection.pulse";

    private const string PulseWord = "Pulse";

    /// <summary>Known from then on, so that nobody answers twice.</summary>
    public string? Once => Mark is null ? null : $"reflection:{Round}:{Exercise?.ToString() ?? PulseWord}:{Mark}";

    public override string ToString() => $"{Round.Name}|{Exercise?.ToString() ?? PulseWord}";

    public static ReflectionButton? TryParse(string workspace, string text) => text.Split('|') switch
    {
        [{ Length: > 0 } name, var what, .. { Length: <= 1 } mark] when what == PulseWord => new(new(workspace, name), null, mark.FirstOrDefault()),
        [{ Length: > 0 } name, var what, .. { Length: <= 1 } mark] when Enum.TryParse<Exercise>(what, out var exercise) && Enum.IsDefined(exercise) && exercise.ToString() == what => new(new(workspace, name), exercise, mark.FirstOrDefault()),
        _ => null,
    };

    public static Needs NeedsOf(Place place, string text) => TryParse(place.Channel.Workspace, text) is { } about ? new() { Round = about.Round, Happened = about.Once } : Needs.Room;

    /// <summary>The round that it is about, while it is open.</summary>
    public static (ReflectionRound Round, ReflectionButton About)? OpenIn(DateTimeOffset at, Place place, string text, Situation now) =>
        TryParse(place.Channel.Workspace, text) is { } about && now.Round is { } round && round.Id == about.Round && round.IsOpen(at) ? (round, about) : null;
}
