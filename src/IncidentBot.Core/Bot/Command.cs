using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Bot;

/// <summary>A command as it was given: who, where, when, and the words after the command's name.</summary>
/// <param name="Words">Trimmed, quotes made straight; may be empty. Its line breaks are kept.</param>
public sealed record Call(CommandGiven Said, string Name, string Words)
{
    public Person By => Said.By;

    public DateTimeOffset At => Said.At;

    public Place Place => Said.Place;

    public IReadOnlyList<Person> Mentions => Said.Mentions;

    public Decision Refuse(RichText sentence) => Decision.Refuse(Said, sentence);
}

/// <summary>One row of the command table, which is behind both dispatch and help.</summary>
/// <param name="Name">The word typed.</param>
/// <param name="Usage">As in the help, e.g. <c>severity sev1</c>.</param>
/// <param name="Help">One short sentence.</param>
/// <param name="Decide">The use case.</param>
public sealed record Command(string Name, string Usage, string Help, Func<Call, Situation, Decision> Decide)
{
    /// <summary>Other words for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What must be loaded; the room's incident by default.</summary>
    public Func<Call, Needs> Needs { get; init; } = _ => Bot.Needs.Room;

    /// <summary>Refused, with what to do, where the room has no incident.</summary>
    public bool InIncident { get; init; }

    /// <summary>The key of the form that these words open instead of deciding at once; null: none. The words become the form's context.</summary>
    /// <remarks>A button of the same id opens it too, for platforms where a command cannot.</remarks>
    public Func<Call, string?> OpensForm { get; init; } = _ => null;

    /// <summary>Its words are read later, in the postmortem or by those who wait for news. Who blames a person in them is given a hint.</summary>
    public bool ForTheRecord { get; init; }

    /// <summary>Lines that show it in use, for <c>help COMMAND</c>.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}

/// <summary>What a button does. Its row is found by the button's constant id.</summary>
public sealed record ButtonUse(string Action, Func<ButtonPressed, Situation, Decision> Decide)
{
    /// <summary>What must be loaded; by default the incident that the button's value names, else the room's.</summary>
    public Func<ButtonPressed, Needs> Needs { get; init; } = pressed => new() { Incident = Incidents.IncidentId.TryParse(pressed.Place.Channel.Workspace, pressed.Value) };

    /// <summary>The key of the form that it opens instead of deciding.</summary>
    public string? OpensForm { get; init; }
}

/// <summary>A form: how it is filled before it is shown, what is wrong with a submission, what it does.</summary>
/// <param name="Open">Null when it cannot be opened now: the command or button is decided instead, and says why.</param>
public sealed record FormUse(string Key, Func<FormOpening, Situation, Form?> Open, Func<FormSubmitted, Situation, IReadOnlyDictionary<string, string>> Check, Func<FormSubmitted, Situation, Decision> Decide)
{
    /// <summary>What must be loaded to open it and to decide; by default the incident that its context names, else the room's.</summary>
    public Func<Place, string, Needs> Needs { get; init; } = (place, context) => new() { Incident = Incidents.IncidentId.TryParse(place.Channel.Workspace, context) };

    /// <summary>Neither who sends it nor when is stored: see <see cref="Anonymity"/>. What is wrong with it is told in the form, or never.</summary>
    public bool Anonymous { get; init; }

    /// <summary>What must be loaded for a submission, where its fields tell; null: the same as to open it.</summary>
    public Func<FormSubmitted, Needs>? NeedsOfSubmission { get; init; }

    /// <inheritdoc cref="Command.ForTheRecord" />
    public bool ForTheRecord { get; init; }

    public Needs NeedsOf(FormSubmitted submitted) => NeedsOfSubmission?.Invoke(submitted) ?? Needs(submitted.Place, submitted.Context);
}

/// <summary>What an action in the menu of a message does. Its constant id is also the key of the form that it may open first.</summary>
public sealed record MessageUse(string Action, Func<MessageChosen, Situation, Decision> Decide)
{
    /// <summary>What must be loaded; the room's incident by default.</summary>
    public Func<MessageChosen, Needs> Needs { get; init; } = _ => Bot.Needs.Room;
}

/// <summary>Who opens a form, where, and about what.</summary>
public sealed record FormOpening(DateTimeOffset At, Person By, Place Place, string Context);
