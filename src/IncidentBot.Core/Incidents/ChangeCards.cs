using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>What is said when severity, roles or title change, and for updates.</summary>
internal static class ChangeCards
{
    public static RichText SeverityForms(string words, string prefix) => words.Length == 0
        ? RichText.Of($"Say which: {RichText.Code($"{prefix} severity sev2")}. sev1 is worst, sev5 is least.")
        : RichText.Of($"“{Excerpt.Of(words, 30)}” is not a severity. It is one of sev1 (worst) to sev5: {RichText.Code($"{prefix} severity sev2")}");

    public static RichText SeverityIsThat(Severity severity) => $"The severity is already {severity.Label()}.";

    public static string EntrySeverity(Severity from, Severity to) => from == to ? $"Severity confirmed: {to.Label()}" : $"Severity {from.Label()} → {to.Label()}";

    public static Card Severity(Incident before, Severity to, string by) => Card.Of(before.Severity == to
        ? RichText.Of($"{by} confirmed the severity of {before.Id.Label}: {RichText.Bold(to.Label())}.")
        : RichText.Of($"{by} set {before.Id.Label} to {RichText.Bold(to.Label())}, it was {before.Severity.Label()}."));

    public static RichText OnePersonOnly(string role, string prefix) => role == RoleHolder.Commander
        ? RichText.Of($"Name one person: {RichText.Code($"{prefix} commander @name")}, or {RichText.Code($"{prefix} commander me")}.")
        : RichText.Of($"Name one person: {RichText.Code($"{prefix} role {role} @name")}, or {RichText.Code($"{prefix} role {role} me")}.");

    public static RichText RoleForms(string prefix, int most) => RichText.Of($"Give the role a name of at most {most} characters and one person: {RichText.Code($"{prefix} role communications @name")}");

    public static RichText HasRole(Person person, string role) => $"{person.Name} is {role} already.";

    public static RichText CommandIsTaken(Person commander, string prefix) => RichText.Of($"{commander.Name} is incident commander. To take over: {RichText.Code($"{prefix} commander me")}");

    public static string EntryRole(string role, Person person) => $"{person.Name} is {role}";

    public static Card Role(Incident incident, string role, Person person, Person by) => Card.Of(person.Ref == by.Ref
        ? RichText.Of($"{by.Name} is now {RichText.Bold(role)} of {incident.Id.Label}.")
        : RichText.Of($"{by.Name} asked {person} to be {RichText.Bold(role)} of {incident.Id.Label}."));

    public static RichText TitleForms(string prefix) => RichText.Of($"Say the new title: {RichText.Code($"{prefix} title checkout fails for card payments")}");

    public const string TitleIsThat = "That is its title already.";

    public static string EntryTitle(string from, string to) => $"Title: {to} (was: {from})";

    public static Card Title(Incident before, string to, string by) => Card.Of(RichText.Of($"{by} gave {before.Id.Label} a new title: {RichText.Bold(to)}"));

    public static RichText UpdateForms(string prefix) => RichText.Of($"Write the update for those who wait for news: {RichText.Code($"{prefix} update card payments work again, invoices are late")}");

    public static Card Update(Incident incident, string text, Person by, DateTimeOffset at) => new($"Update on {IncidentCards.OneLine(incident)}. {text}",
        new Paragraph(RichText.Of($"{RichText.Bold($"Update on {incident.Id.Label}")} · {incident.Severity.Label()} · {incident.Status.Label()} · {incident.Title}")),
        new Quote(text, RichText.Of($"{by.Name}, {RichText.Moment(at)}")));

    public static string EntryUpdate(string text) => $"Update: {text}";

    public static string StaysHere(Incident incident) => incident.Private
        ? "The incident is private, so the update was posted in its room only."
        : "No announcement channel is set up, so the update was posted in this room only.";
}
