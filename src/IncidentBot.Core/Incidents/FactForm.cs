using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>The form for a fact: of one kind, or of a kind chosen in it.</summary>
public static class FactForm
{
    private const string KindField = "kind";

    public static FormUse Any { get; } = Use(IncidentActions.AnyFact, null);

    public static IEnumerable<FormUse> Each => Enum.GetValues<FactKind>().Select(kind => Use(IncidentActions.FactOf(kind), kind));

    private static FormUse Use(string key, FactKind? kind) => IncidentForm.Of(
        key,
        incident => FactCards.Form(key, incident, kind),
        (_, submitted) => KindOf(kind, submitted) is not null
            ? Faults(Statement.Of(submitted), textRequired: true)
            : new Dictionary<string, string> { [KindField] = FactCards.KindMissing },
        (incident, submitted, now) => KindOf(kind, submitted) is { } chosen
            ? RecordFact.Record(incident, chosen, Statement.Of(submitted), now)
            : Decision.Refuse(submitted, FactCards.KindMissing)) with
    { ForTheRecord = true };

    /// <summary>What is wrong with a form's fields "text" and "at".</summary>
    internal static IReadOnlyDictionary<string, string> Faults(Statement statement, bool textRequired)
    {
        if (textRequired && statement.Words.Rest.Length == 0) return new Dictionary<string, string> { ["text"] = FactCards.TextMissing };
        return statement.Refusal is { } why
            ? new Dictionary<string, string> { [statement.Words.Rest.Length > Statement.MostCharacters ? "text" : "at"] = why }
            : new Dictionary<string, string>();
    }

    private static FactKind? KindOf(FactKind? fixedKind, FormSubmitted submitted) =>
        fixedKind ?? (Enum.TryParse<FactKind>(submitted.Values.GetValueOrDefault(KindField), out var chosen) && Enum.IsDefined(chosen) ? chosen : null);
}
