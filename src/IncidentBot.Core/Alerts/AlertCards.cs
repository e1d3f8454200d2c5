using System.Globalization;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Alerts;

/// <summary>What is said about alerts. Their words come from outside: cleaned, masked and cut before anybody reads them.</summary>
internal static class AlertCards
{
    private const int MostNamed = 5;
    private const int MostOfAUrl = 1000;

    public const string Nameless = "An alert without a name";

    public static string Title(Alert alert) => Said(alert.Summary) ?? Name(alert);

    public static string Name(Alert alert) => Said(alert.Name) ?? Nameless;

    public static string? Service(Alert alert) => Said(alert.Service);

    /// <summary>Its name as the class of its incident; null where it has none that could be one.</summary>
    public static string? Class(Alert alert) => Said(alert.Name) is { } name && ClassShare.SlugOf(name).Length > 0 ? Excerpt.Of(name, ClassifyIncident.MostCharacters - 1) : null;

    public static string Evidence(Alert alert) => $"alert {Name(alert)}, firing since {Time(alert.StartsAt)}";

    public static string Detection(Alert alert) => $"Alert {Name(alert)}, firing since {Time(alert.StartsAt)}{Summary(alert)}{(Address(alert) is { } url ? $" {url}" : "")}";

    public static string EntryFires(Alert alert) => $"Alert {Name(alert)} fires{Summary(alert)}{(Address(alert) is { } url ? $" {url}" : "")}";

    public static string EntryOver(Alert alert) => $"Alert {Name(alert)} is resolved, after {Words.Duration(Length(alert))}{Summary(alert)}";

    public static string EntryOfMore(IReadOnlyList<string> texts) => Excerpt.Of($"{Count(texts.Count)} more like these: {string.Join("; ", texts)}", 1000);

    /// <summary>How the alerts of an open incident stand.</summary>
    /// <param name="elsewhere">Told outside of its room, so that it must be named.</param>
    public static Card Standing(Incident incident, IReadOnlyList<Alert> all, string prefix, bool elsewhere = false)
    {
        var (of, named) = elsewhere ? (incident.Id.Label, $" {incident.Id.Label}") : ("this incident", "");
        var firing = all.Where(alert => alert.IsFiring).OrderByDescending(alert => alert.StartsAt).ToList();
        var over = all.Where(alert => !alert.IsFiring).OrderByDescending(alert => alert.EndsAt).ToList();
        if (firing.Count == 0)
        {
            var done = RichText.Of($"{RichText.Bold($"All alerts of {of} are resolved")} ({Names(over)}). {RichText.Code($"{prefix} resolve{named}")} when users are fine.");
            return Card.Of(done);
        }
        var head = RichText.Of($"{RichText.Bold(Fires(firing.Count))}{(over.Count > 0 ? $", {Count(over.Count)} resolved" : "")}");
        return new($"{incident.Id.Label}: {head.ToPlainText()}", new Paragraph(elsewhere ? RichText.Of($"{incident.Id.Label}: {head}") : head), new Bullets([.. firing.Take(MostNamed).Select(Line), .. More(firing.Count)]));
    }

    /// <summary>They fire again, just after their incident was resolved.</summary>
    public static Card Again(Incident incident, IReadOnlyList<Alert> firing) => new(
        $"{incident.Id.Label} is resolved, and {(firing.Count == 1 ? "its alert fires" : "its alerts fire")} again",
        new Paragraph(RichText.Of($"{RichText.Bold(incident.Id.Label)} is resolved, and {(firing.Count == 1 ? "its alert fires" : "its alerts fire")} again. If users are hurt again, reopen it.")),
        new Bullets([.. firing.Take(MostNamed).Select(Line), .. More(firing.Count)]),
        new Choices([new(IncidentActions.Reopen, "Reopen", incident.Id.Label)]));

    /// <summary>Alerts that are too small to declare an incident.</summary>
    public static Card Small(IReadOnlyList<Alert> alerts, string by, string prefix) => new(
        $"{by}: {Fires(alerts.Count).ToLowerInvariant()}",
        new Paragraph(RichText.Of($"{by}: {RichText.Bold(Fires(alerts.Count).ToLowerInvariant())}, too small to declare an incident by themselves. If users are hurt: {RichText.Code($"{prefix} start {Title(alerts[0])}")}")),
        new Bullets([.. alerts.Take(MostNamed).Select(Line), .. More(alerts.Count)]));

    /// <summary>Alerts that would have declared an incident in a chat that is the room of another.</summary>
    public static Card Waiting(IReadOnlyList<Alert> alerts, Incident open, string by) => new(
        $"{by}: {Fires(alerts.Count).ToLowerInvariant()}",
        new Paragraph(RichText.Of($"{by}: {RichText.Bold(Fires(alerts.Count).ToLowerInvariant())}, bad enough for an incident. This chat is the room of {open.Id.Label}, so none is declared here before that is resolved. If this is something else, start it in another chat.")),
        new Bullets([.. alerts.Take(MostNamed).Select(Line), .. More(alerts.Count)]));

    public static Card Storm(AlertLoad load, string by) => new(
        $"{by} tells of many alerts: {Count(load.HeldCount)} declared nothing",
        new Paragraph(RichText.Of($"{RichText.Bold($"{by} tells of many alerts at once.")} {Count(load.HeldCount)} of them declared no incident and were not told one by one, so that people can work. Look at {by} for the rest; whatever hurts users can be declared by hand.")),
        new Bullets([.. load.Held.Select(name => (RichText)(Said(name) ?? Nameless))]));

    public static string Tally(AlertTally tally) => (tally.Firing, tally.Resolved) switch
    {
        (0, var over) => $"none firing, {Count(over)} resolved",
        (var firing, 0) => $"{Count(firing)} firing",
        var (firing, over) => $"{Count(firing)} firing, {Count(over)} resolved",
    };

    private static RichText Line(Alert alert)
    {
        var line = RichText.Of($"{RichText.Bold(Name(alert))} since {RichText.Moment(alert.StartsAt)}{Summary(alert)}");
        return Address(alert) is { } url ? line + RichText.Of($" {RichText.Link(url, "open")}") : line;
    }

    private static IEnumerable<RichText> More(int count) => count > MostNamed ? [$"…and {Count(count - MostNamed)} more"] : [];

    private static string Names(IReadOnlyList<Alert> alerts)
    {
        var names = alerts.Select(Name).Distinct().ToList();
        return names.Count <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {Count(names.Count - MostNamed)} more";
    }

    private static string Fires(int count) => count == 1 ? "One alert fires" : $"{Count(count)} alerts fire";

    private static string Summary(Alert alert) => Said(alert.Summary) is { } summary ? $": {summary}" : "";

    private static TimeSpan Length(Alert alert) => alert.EndsAt is { } over && over > alert.StartsAt ? over - alert.StartsAt : TimeSpan.Zero;

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", Words.Culture);

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string? Address(Alert alert) => alert.Url is { Length: > 0 and <= MostOfAUrl } url && WebAddress.Is(url) ? Secrets.MaskAddress(url).Text : null;

    // Masked before it is cut: half a secret is not recognised any more.
    private static string? Said(string? text) => text is not null && IncidentTitle.Read(Excerpt.Of(Secrets.Mask(CleanText.Line(text)).Text, IncidentTitle.MostCharacters - 1)).Text is { Length: > 0 } said ? said : null;
}
