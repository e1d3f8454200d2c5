using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>What is said when the status moves.</summary>
internal static class StatusCards
{
    public static RichText NoSuchStatus(string word, string prefix) => RichText.Of(
        $"There is no status “{Excerpt.Of(word, 30)}”. Use investigating, identified, mitigated or resolved: {RichText.Code($"{prefix} status identified TEXT")}");

    public static string Entry(IncidentStatus from, IncidentStatus to, string text) => text.Length > 0 ? $"{from.Label()} → {to.Label()}: {text}" : $"{from.Label()} → {to.Label()}";

    public static string ByButton(string by) => $"button pressed by {by}";

    public static Card Moved(Incident before, IncidentStatus to, Statement statement)
    {
        var line = RichText.Of($"{statement.By.Name}: {before.Id.Label} is now {RichText.Bold(to.Label())}, it was {before.Status.Label()}.") + When(statement);
        var forgotten = before.Reached(MilestoneKind.Mitigated) is not null && to is not IncidentStatus.Mitigated;
        return FactCards.Quoting(forgotten ? line + " The time of mitigation no longer counts." : line, statement.Words.Rest);
    }

    public static string EntryMitigation(string text) => text.Length > 0 ? $"Mitigated, as stated afterwards: {text}" : "Mitigated, as stated afterwards";

    public static Card Mitigation(Incident incident, Statement statement) =>
        FactCards.Quoting(RichText.Of($"{statement.By.Name} said when {incident.Id.Label} was mitigated.") + When(statement), statement.Words.Rest);

    public static Card Resolved(Incident resolved, Statement statement)
    {
        var said = FactCards.Quoting(RichText.Of($"{statement.By.Name}: {resolved.Id.Label} is {RichText.Bold("Resolved")}.") + When(statement), statement.Words.Rest);
        return new(said.Fallback,
        [
            .. said.Blocks,
            .. IncidentCards.HowLong(resolved),
            new Choices([new(IncidentActions.StartPostmortem, "Start the postmortem", resolved.Id.Label, ButtonKind.Primary)]),
        ]);
    }

    public static RichText ResolvedAlready(Incident incident, Milestone resolved, string prefix) => RichText.Of(
        $"{incident.Id.Label} is already resolved, by {resolved.ConfirmedBy.Name} at {RichText.Moment(resolved.At)}. To say how it was resolved: {RichText.Code($"{prefix} resolution TEXT")}. If it is back: {RichText.Code($"{prefix} reopen")}.");

    public static string EntryReopened(string text) => text.Length > 0 ? $"Reopened: {text}" : "Reopened";

    public static Card Reopened(Incident incident, string by, string text) => FactCards.Quoting(RichText.Of($"{by}: {incident.Id.Label} is {RichText.Bold("reopened")} and being investigated."), text);

    public static Form ResolveForm(Incident incident) => new(IncidentActions.Resolve, $"Resolve {incident.Id.Label}", "Resolve", incident.Id.Label,
    [
        new TextField("text", "What resolved it?") { Multiline = true, MaxLength = Statement.MostCharacters, Hint = "May stay empty; it can be added later." },
        FactCards.TimeField("When was it resolved?", "Empty means now."),
    ]);

    private static RichText When(Statement statement) => statement.Words.At is { } at ? RichText.Of($" That was at {RichText.Moment(at)}.") : RichText.Empty;
}
