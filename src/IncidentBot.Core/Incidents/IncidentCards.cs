using IncidentBot.Core.Alerts;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Charges;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Incidents;

/// <summary>An incident as people see it stand: in its room, and in the announcement channel.</summary>
public static class IncidentCards
{
    private const int MostOfAFact = 300;
    private const int MostCauses = 5;
    private const int MostOfATopic = 250;

    private static readonly IReadOnlyList<FactKind> FactOrder = [FactKind.Summary, FactKind.Impact, FactKind.Trigger, FactKind.Detection, FactKind.Cause, FactKind.Resolution];

    public static Card Living(Incident incident, string prefix) => new(OneLine(incident),
    [
        new Heading($"{incident.Id.Label} · {incident.TitleAsWritten}"),
        new Facts([.. State(incident, prefix), .. Times(incident)]),
        .. Known(incident),
        .. BudgetCards.Blocks(incident),
        .. incident.IsOpen ? [] : Metrics(incident, prefix),
        .. Unknown(incident, prefix),
        .. incident.IsOpen ? [incident.HeardPartly is null ? Listening : new Paragraph(HearPartlyCards.Listening)] : Array.Empty<CardBlock>(),
        new Choices([.. Buttons(incident)]),
    ]);

    public static Card Announcement(Incident incident) => new(OneLine(incident),
    [
        new Heading($"{incident.Id.Label} · {incident.Title}"),
        new Facts(
        [
            new("Severity", incident.Severity.Label()),
            new("Status", incident.Status.Label()),
            Commander(incident),
            .. incident.Service is { } service ? [new LabelledText("Service", service)] : Array.Empty<LabelledText>(),
            .. incident.Room is { } room ? [new LabelledText("Room", RichText.Of($"{RichText.Room(room, incident.RoomName)}"))] : Array.Empty<LabelledText>(),
            .. Times(incident).Where(time => time.Label is "Declared" or "Resolved"),
        ]),
    ]);

    /// <summary>The line at the head of a room. 250 characters: Slack's limit, https://docs.slack.dev/reference/methods/conversations.setTopic.</summary>
    public static string Topic(Incident incident) => Excerpt.Of(
        string.Join(" · ", new[] { incident.Id.Label, incident.Severity.Label(), incident.Status.Label(), incident.Commander is { } commander ? $"commander {commander.Name}" : null, incident.Title }.OfType<string>()),
        MostOfATopic - 1);

    public static string OneLine(Incident incident) => $"{incident.Id.Label} {incident.Severity.Label()} {incident.Status.Label()}: {incident.Title}";

    /// <summary>The times that are known, and one sentence on what is missing for the others.</summary>
    public static IEnumerable<CardBlock> HowLong(Incident incident)
    {
        var metrics = IncidentMetrics.Of(incident).ToLookup(metric => metric.Length is not null);
        if (metrics[true].Any()) yield return new Facts([.. metrics[true].Select(metric => new LabelledText($"{metric.Name} ({metric.Meaning})", Words.Duration(metric.Length ?? TimeSpan.Zero)))]);
        if (!metrics[false].Any()) yield break;
        var missing = metrics[false].SelectMany(metric => metric.Missing).Distinct().Select(kind => kind.When());
        yield return new Paragraph(RichText.Of($"{RichText.Bold("Not known yet:")} {string.Join(", ", metrics[false].Select(metric => metric.Name))}. Nobody has said {Words.Either(missing)}."));
    }

    private static IEnumerable<LabelledText> State(Incident incident, string prefix)
    {
        yield return new("Severity", incident.SeverityAssumed
            ? RichText.Of($"{RichText.Bold(incident.Severity.Label())}, assumed until somebody says: {RichText.Code($"{prefix} severity sev2")}")
            : RichText.Of($"{RichText.Bold(incident.Severity.Label())}"));
        yield return new("Status", RichText.Of($"{RichText.Bold(incident.Status.Label())}"));
        yield return Commander(incident);
        foreach (var (role, person) in incident.Roles.Where(role => role.Role != RoleHolder.Commander)) yield return new(Capital(role), RichText.Of($"{person}"));
        if (incident.Service is { } service) yield return new("Service", service);
        if (incident.Alerts is { } alerts) yield return new("Alerts", AlertCards.Tally(alerts));
        if (incident.Private) yield return new("Seen by", incident.Room is { Thread: not null } ? "the people of this channel only" : "the people of this room only");
        if (incident.PostmortemWaived is { } waiver) yield return new("Postmortem", $"not needed: {Excerpt.Of(waiver.Reason, MostOfAFact)} ({waiver.By.Name})");
    }

    private static LabelledText Commander(Incident incident) => new("Incident commander", incident.Commander is { } commander ? RichText.Of($"{commander}") : "nobody yet");

    private static IEnumerable<LabelledText> Times(Incident incident) => Enum.GetValues<MilestoneKind>()
        .Select(incident.Reached)
        .OfType<Milestone>()
        .Select(milestone => new LabelledText(milestone.Kind.Label(), RichText.Of($"{RichText.Moment(milestone.At)}")));

    private static IEnumerable<CardBlock> Known(Incident incident)
    {
        var known = FactOrder.SelectMany(kind => Standing(incident, kind)).Select(fact => new LabelledText(fact.Kind.Label(), RichText.Of($"{Excerpt.Of(fact.Text, MostOfAFact)} ({fact.By.Name})"))).ToList();
        return known.Count > 0 ? [new Heading("What is known", 2), new Facts(known)] : [];
    }

    private static IEnumerable<Fact> Standing(Incident incident, FactKind kind) =>
        kind is FactKind.Cause ? incident.Facts.Where(fact => fact.Kind == kind).TakeLast(MostCauses)
        : incident.Latest(kind) is { } latest ? [latest]
        : [];

    private static IEnumerable<CardBlock> Metrics(Incident incident, string prefix) =>
    [
        new Heading("How long it took", 2),
        .. HowLong(incident),
        .. IncidentMetrics.Of(incident).SelectMany(metric => metric.Missing).Select(HowToState).OfType<string>().Take(1)
            .Select(words => new Paragraph(RichText.Of($"A time can still be given: {RichText.Code($"{prefix} {words}")}"))),
    ];

    private static string? HowToState(MilestoneKind kind) => kind switch
    {
        MilestoneKind.Started => "trigger at 13:50",
        MilestoneKind.Detected => "detection at 13:55",
        MilestoneKind.Mitigated => "mitigate at 14:05",
        MilestoneKind.Resolved => "resolution at 14:30",
        MilestoneKind.Acknowledged => "milestone acknowledged at 14:00",
        MilestoneKind.Declared => null,
    };

    private static IEnumerable<CardBlock> Unknown(Incident incident, string prefix)
    {
        var unknown = FactOrder.Where(kind => kind is not FactKind.Summary && (kind is not FactKind.Resolution || !incident.IsOpen) && incident.Latest(kind) is null).Select(kind => kind.Label().ToLowerInvariant()).ToList();
        return unknown is [var first, ..]
            ? [new Paragraph(RichText.Of($"{RichText.Bold("Still unknown:")} {string.Join(", ", unknown)}. Whoever knows: {RichText.Code($"{prefix} {first} TEXT")}"))]
            : [];
    }

    private static Paragraph Listening => new("What is said here goes on the timeline. A 📌 reaction highlights a message.");

    private static IEnumerable<Button> Buttons(Incident incident)
    {
        var label = incident.Id.Label;
        if (!incident.IsOpen)
        {
            yield return new(IncidentActions.StartPostmortem, "Start the postmortem", label, ButtonKind.Primary);
            yield return new(IncidentActions.AnyFact, "Add a fact", label);
            if (incident.Budgets.Count > 0) yield return ChargeCards.StateButton(incident);
            yield return new(IncidentActions.Reopen, "Reopen", label);
            yield break;
        }
        if (incident.Commander is null) yield return new(IncidentActions.TakeCommand, "Take command", label, ButtonKind.Primary);
        yield return new(IncidentActions.AnyFact, "Add a fact", label);
        if (incident.Status is not IncidentStatus.Mitigated) yield return new(IncidentActions.Mitigate, "Mark mitigated", label);
        yield return new(IncidentActions.Resolve, "Resolve…", label);
    }

    private static string Capital(string role) => role.Length == 0 ? role : $"{char.ToUpperInvariant(role[0])}{role[1..]}";
}
