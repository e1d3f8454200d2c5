using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Incidents;

/// <summary>What is said about the times that metrics come from.</summary>
internal static class MilestoneCards
{
    private const int MostOfAText = 80;

    public const string KindMissing = "Choose which moment it was.";

    public const string TimeMissing = "Give the time, such as 14:05, 10m ago or 2026-11-22 14:05.";

    public const string Settled = "That question has been settled already. The milestone command shows the times as they stand.";

    public const string DeclarationIsKnown = "When it was declared is always known. Another time for it can be given.";

    public static RichText Forms(string prefix) => RichText.Of(
        $"Name the moment and its time: {RichText.Code($"{prefix} milestone detected at 13:55")}. The moments are started, detected, declared, acknowledged, mitigated and resolved; {RichText.Code($"{prefix} milestone detected unknown")} takes a time back, and {RichText.Code($"{prefix} milestone")} shows them all.");

    public static RichText IsThat(MilestoneKind kind) => $"That is {kind.When()} already.";

    public static RichText UnknownAlready(MilestoneKind kind) => $"Nobody has said {kind.When()}, so it is unknown already.";

    /// <summary>Masked before it is cut: half a secret is not recognised any more.</summary>
    public static string ByMessage(ChosenMessage message, string by) => $"message by {message.Author.Name}{(message.Text.Length > 0 ? $": “{Excerpt.Of(Secrets.Mask(message.Text).Text.ReplaceLineEndings(" "), MostOfAText)}”" : "")}, chosen by {by}";

    public static string Entry(MilestoneKind kind, DateTimeOffset? at, string text, Milestone? was, string? zone) =>
        $"{kind.Label()}: {(at is { } time ? Words.Moment(time, zone) : "unknown")}{(was is null ? "" : $" (was {Words.Moment(was.At, zone)})")}{(text.Length > 0 ? $". {text}" : "")}";

    /// <summary>Every milestone with what shows it, and how to state those that are missing.</summary>
    public static Card All(Incident incident, Situation now) => new($"The times of {incident.Id.Label}",
    [
        new Heading($"Times of {incident.Id.Label}"),
        new Facts([.. Enum.GetValues<MilestoneKind>().Select(kind => new LabelledText(kind.Label(), incident.Reached(kind) is { } reached ? Shown(reached, now) : Missing(kind, now.CommandPrefix)))]),
        .. IncidentCards.HowLong(incident),
        new Choices([new(IncidentActions.AnyMilestone, "State a time…", incident.Id.Label)]),
    ]);

    public static RichText Missing(MilestoneKind kind, string prefix) => RichText.Of($"unknown; to state it: {RichText.Code($"{prefix} milestone {kind.Label().ToLowerInvariant()} at 13:55")}");

    public static Card Stated(Incident before, Milestone milestone, string text, string prefix)
    {
        var line = RichText.Of($"{milestone.ConfirmedBy.Name} said {milestone.Kind.When()}, {before.Id.Label}: {RichText.Moment(milestone.At)}.");
        if (before.Reached(milestone.Kind) is { } was) line += RichText.Of($" It had been {RichText.Moment(was.At)}, as {was.ConfirmedBy.Name} said.");
        if (milestone.Kind is MilestoneKind.Resolved && before.IsOpen) line += RichText.Of($" The status stays {before.Status.Label()}; {RichText.Code($"{prefix} resolve")} ends it.");
        return FactCards.Quoting(line, text);
    }

    public static Card Forgotten(Incident incident, Milestone was, string by) => Card.Of(RichText.Of($"{by} took back {was.Kind.When()}, {incident.Id.Label}: it had been {RichText.Moment(was.At)} and is unknown now."));

    /// <summary>Both times with what shows them, and the ways out.</summary>
    public static Card Asked(Incident incident, TimeConflict conflict, Milestone other)
    {
        var (stated, about) = (conflict.Stated, new ConflictRef(incident.Id, conflict.Number).ToString());
        var (newer, older) = (Lower(stated.Kind), Lower(other.Kind));
        return new($"Which time of {incident.Id.Label} is right?",
            new Paragraph(RichText.Of($"{RichText.Bold($"These two times of {incident.Id.Label} cannot both be right.")} Nothing was recorded yet; which one should it be?")),
            new Facts([new($"{stated.Kind.Label()}, as stated now", Evidence(stated)), new($"{other.Kind.Label()}, as it stands", Evidence(other))]),
            new Choices(
            [
                new(IncidentActions.CorrectOther, $"Keep the new time, correct {older}…", about, ButtonKind.Primary),
                new(IncidentActions.GiveAnotherTime, $"Give another time for {newer}…", about),
                new(IncidentActions.KeepTimes, "Leave all as it was", about),
            ]));
    }

    public static RichText Kept(Incident incident, TimeConflict conflict) => $"All times of {incident.Id.Label} are as they were. What you said about {conflict.Stated.Kind.When()} was not recorded.";

    public static Form CorrectForm(string key, Incident incident, TimeConflict conflict, string? zone) => new(key, $"Correct a time of {incident.Id.Label}", "Save", new ConflictRef(incident.Id, conflict.Number).ToString(),
        [FactCards.TimeField(Capital(conflict.Against.When()), $"{conflict.Stated.Kind.Label()} becomes {Words.Moment(conflict.Stated.At, zone)}. {(conflict.Against is MilestoneKind.Declared ? "" : "Empty means unknown until somebody says.")}")]);

    public static Form RetimeForm(string key, Incident incident, TimeConflict conflict, string? zone) => new(key, $"Another time for {incident.Id.Label}", "Save", new ConflictRef(incident.Id, conflict.Number).ToString(),
        [FactCards.TimeField(Capital(conflict.Stated.Kind.When()), incident.Reached(conflict.Against) is { } other ? $"{other.Kind.Label()} stays {Words.Moment(other.At, zone)}." : "") with { Required = true }]);

    public static Form Form(Incident incident) => new(IncidentActions.AnyMilestone, $"A time of {incident.Id.Label}", "Record", incident.Id.Label, [KindField(incident), FactCards.TimeField("When was that?", "") with { Required = true }, TextField]);

    /// <param name="choice">To choose the incident, where the place does not tell.</param>
    /// <param name="at">The message's time.</param>
    public static Form FormOfMessage(string context, Incident? incident, ChoiceField? choice, string at) => new(IncidentActions.MilestoneOfMessage, "This is when…", "Record", context,
        [.. choice is null ? Array.Empty<FormField>() : [choice], KindField(incident), FactCards.TimeField("At", "The time of the message, unless you know better.") with { Required = true, Initial = at }, TextField]);

    public static string ByAnswer(string author, string by) => author == by ? $"answer by {author} in the review" : $"answer by {author} in the review, confirmed by {by}";

    public static Form TimeForm(string key, string context, MilestoneKind kind, string? at) => new(key, Capital(kind.When()), "Record", context, [FactCards.TimeField(Capital(kind.When()), "") with { Required = true, Initial = at }]);

    private static ChoiceField KindField(Incident? incident)
    {
        FormOption[] moments = [.. Enum.GetValues<MilestoneKind>().Select(kind => new FormOption(kind.ToString(), $"{Moment(kind)}{(incident is null || incident.Reached(kind) is not null ? "" : " (not known yet)")}"))];
        return new(StateMilestone.KindField, "This is when…", moments) { Required = true };
    }

    private static TextField TextField => new("text", "What shows it?") { Multiline = true, MaxLength = Statement.MostCharacters, Hint = "May stay empty." };

    private static string Moment(MilestoneKind kind) => Capital(kind.When()["when ".Length..]);

    private static RichText Shown(Milestone milestone, Situation now) => Evidence(milestone)
        + (milestone.Source is { } source && now.LinkTo(source, null) is { } url ? RichText.Of($" {RichText.Link(url, "↗")}") : RichText.Empty);

    private static RichText Evidence(Milestone milestone) => RichText.Of($"{RichText.Moment(milestone.At)}, confirmed by {milestone.ConfirmedBy.Name} ({milestone.Evidence})");

    private static string Lower(MilestoneKind kind) => kind.Label().ToLowerInvariant();

    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
