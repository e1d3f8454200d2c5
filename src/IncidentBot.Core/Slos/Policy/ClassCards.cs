using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>The words about the class of an incident.</summary>
internal static class ClassCards
{
    private const int MostOffered = 6;

    public const string NoText = "Name the kind in a few words, such as: expired certificate";

    public static string TooLong(int most) => $"That is long for a kind. Name it in {most} characters or less, such as: expired certificate";

    /// <param name="known">Those of other incidents, the newest first.</param>
    public static Card Question(Incident incident, IReadOnlyList<string> known, string prefix) => Card.Of(
        Of($"Is {Bold(incident.Id.Label)} of a kind that you have seen before? Kinds are counted together over a quarter, so that what keeps coming back gets its place in the planning. Choose one, or write {Code($"{prefix} class TEXT")}."),
        [
            .. known.Where(one => one.Length <= ClassifyIncident.MostCharacters).Take(MostOffered).Select(one => new Button(PolicyButtons.Class, one, $"{incident.Id.Label}|{one}")),
            new(PolicyButtons.OtherClass, known.Count == 0 ? "Name its kind…" : "Another kind…", incident.Id.Label),
            new(PolicyButtons.NoClass, "One of its own", incident.Id.Label),
        ]);

    public static Form Form(Incident incident) => new(PolicyButtons.OtherClass, $"Kind of {incident.Id.Label}", "Record", incident.Id.Label,
        [new TextField(ClassifyIncident.Class, "What kind of incident is it?") { Required = true, MaxLength = ClassifyIncident.MostCharacters, Hint = "A few words that fit others too, such as: expired certificate", Initial = incident.Class }]);

    public static RichText Forms(Incident incident, string prefix) => incident.Class is { } named
        ? Of($"{Bold(incident.Id.Label)} is of the kind “{named}”. To change it: {Code(prefix + " class TEXT")}, to take it away: {Code(prefix + " class none")}.")
        : Of($"Nobody has said what kind of incident {Bold(incident.Id.Label)} is. {Code(prefix + " class expired certificate")} does; kinds are counted together over a quarter.");

    public static RichText IsThat(Incident incident) => incident.Class is { } named ? Of($"It is of the kind “{named}” already.") : "It has no kind, so there is nothing to take away.";

    public static string Entry(string? named) => named is null ? "Kind of incident taken away" : $"Kind of incident: {named}";

    public static RichText Classed(Incident incident, string? named, Person by) => named is null
        ? Of($"{by.Name} took the kind of {Bold(incident.Id.Label)} away.")
        : Of($"{Bold(incident.Id.Label)} is of the kind “{named}”, says {by.Name}.");

    public static RichText Settled(string? named) => named is null ? NoClass : Of($"Kind of incident: {Bold(named)}");

    public static RichText NoClass => "Kind of incident: one of its own";
}
