using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>Times that contradict each other are asked about: the speaker chooses which one is wrong, and until then nothing is recorded.</summary>
public static class AskAboutTimes
{
    private const int MostOpen = 10;

    public static FormUse CorrectForm { get; } = Form(
        IncidentActions.CorrectOther,
        MilestoneCards.CorrectForm,
        (incident, conflict, statement) => statement.Words.At is { } at
            ? MilestoneOrder.Contradicted(incident.With(conflict.Stated), conflict.Against, at) is { } other ? FactCards.Contradicts(conflict.Against, at, other, statement.By.TimeZone) : null
            : conflict.Against is MilestoneKind.Declared ? MilestoneCards.TimeMissing : null,
        CorrectOther);

    public static FormUse RetimeForm { get; } = Form(
        IncidentActions.GiveAnotherTime,
        MilestoneCards.RetimeForm,
        (incident, conflict, statement) => statement.Words.At is { } at
            ? MilestoneOrder.Contradicted(incident, conflict.Stated.Kind, at) is { } other ? FactCards.Contradicts(conflict.Stated.Kind, at, other, statement.By.TimeZone) : null
            : MilestoneCards.TimeMissing,
        (incident, conflict, statement, now) => Settle(incident, conflict.At(statement.Words.At ?? conflict.Stated.At), statement.Said, [], now));

    public static IEnumerable<ButtonUse> Buttons =>
    [
        new(IncidentActions.KeepTimes, Keep) { Needs = pressed => NeedsOf(pressed.Place, pressed.Value) },
        Opens(IncidentActions.CorrectOther),
        Opens(IncidentActions.GiveAnotherTime),
    ];

    /// <summary>The question, and what waits for its answer; null when the time fits all others.</summary>
    /// <param name="waits">As in <see cref="TimeConflict"/>.</param>
    internal static Decision? Of(Incident incident, Milestone stated, ChatEvent said, ChatEvent? waits)
    {
        if (MilestoneOrder.Contradicted(incident, stated.Kind, stated.At) is not { } other) return null;
        var conflict = new TimeConflict(incident.Version + 1, stated, other.Kind, waits);
        return new()
        {
            Save = [incident with { TimeConflicts = [.. incident.TimeConflicts.TakeLast(MostOpen - 1), conflict] }],
            Say = [new Whisper(said.Place, said.By.Ref, MilestoneCards.Asked(incident, conflict, other))],
        };
    }

    private static Decision Keep(ButtonPressed pressed, Situation now) => now.Incident is { } incident && ConflictRef.In(incident, pressed.Value) is { } conflict
        ? new() { Save = [Without(incident, conflict)], Say = [new Whisper(pressed.Place, pressed.By.Ref, Card.Of(MilestoneCards.Kept(incident, conflict)))] }
        : Decision.Refuse(pressed, MilestoneCards.Settled);

    /// <summary>What was stated counts, and the milestone that stood in its way is corrected or becomes unknown.</summary>
    private static Decision CorrectOther(Incident incident, TimeConflict conflict, Statement statement, Situation now)
    {
        var was = incident.Reached(conflict.Against);
        var at = statement.Words.At;
        var corrected = at is null ? incident.Without(conflict.Against) : incident.With(statement.Shows(conflict.Against));
        var entry = new TimelineEntry
        {
            Id = $"change:{(incident.Version + 1).ToString("D6", CultureInfo.InvariantCulture)}:{conflict.Against}", // what waited makes an entry of its own
            Incident = incident.Id,
            Kind = EntryKind.Fact,
            At = at ?? statement.Said.At,
            By = statement.By,
            Text = MilestoneCards.Entry(conflict.Against, at, "", was, incident.TimeZone),
        };
        return Settle(corrected, conflict, statement.Said, [entry], now);
    }

    private static Decision Settle(Incident incident, TimeConflict conflict, ChatEvent said, IReadOnlyList<TimelineEntry> record, Situation now)
    {
        var settled = Without(incident, conflict);
        var decided = conflict.Waits is { } waits
            ? Routing.Decide(waits, Again(now) with { Incident = settled })
            : Of(settled, conflict.Stated, said, null) ?? StateMilestone.Record(settled, conflict.Stated, "", said, now);
        return decided.Save.OfType<Incident>().FirstOrDefault() is { } saved
            ? decided with { Record = [.. record, .. decided.Record], Say = [.. decided.Say, .. decided.Record.Count == 0 && record.Count > 0 ? IncidentSayings.Refreshed(now.Incident ?? incident, saved, now) : []] }
            : new Decision { Save = [settled], Record = record, Say = [.. IncidentSayings.Refreshed(now.Incident ?? incident, settled, now)] }.And(decided);
    }

    /// <summary>Whoever said it was told about their words the first time.</summary>
    private static Situation Again(Situation now) => now with { Settings = now.Settings with { WarnOfSecrets = false, Blameless = now.Settings.Blameless with { Hints = false } } };

    private static Incident Without(Incident incident, TimeConflict conflict) => incident with { TimeConflicts = [.. incident.TimeConflicts.Where(other => other.Number != conflict.Number)] };

    private static FormUse Form(string key, Func<string, Incident, TimeConflict, string?, Form> open, Func<Incident, TimeConflict, Statement, string?> fault, Func<Incident, TimeConflict, Statement, Situation, Decision> decide) => new(
        key,
        (opening, now) => ConflictRef.In(now.Incident, opening.Context) is { } conflict ? open(key, now.Incident!, conflict, opening.By.TimeZone) : null,
        (submitted, now) => ConflictRef.In(now.Incident, submitted.Context) is { } conflict && (Statement.Of(submitted).Refusal ?? fault(now.Incident!, conflict, Statement.Of(submitted))) is { } why
            ? new Dictionary<string, string> { [Statement.AtField] = why }
            : new Dictionary<string, string>(),
        (submitted, now) => ConflictRef.In(now.Incident, submitted.Context) is { } conflict ? decide(now.Incident!, conflict, Statement.Of(submitted), now) : Decision.Refuse(submitted, MilestoneCards.Settled))
    {
        Needs = NeedsOf,
    };

    private static ButtonUse Opens(string action) => new(action, (pressed, _) => Decision.Refuse(pressed, MilestoneCards.Settled)) { Needs = pressed => NeedsOf(pressed.Place, pressed.Value), OpensForm = action };

    private static Needs NeedsOf(Place place, string value) => new() { Incident = ConflictRef.TryParse(place.Channel.Workspace, value)?.Incident };
}
