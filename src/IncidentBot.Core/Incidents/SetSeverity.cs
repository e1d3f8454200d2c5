using IncidentBot.Core.Bot;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>Says how bad it is.</summary>
public static class SetSeverity
{
    public static Decision Decide(Incident incident, Call call, Situation now)
    {
        var words = Declaration.SeverityOf(call.Name) is null ? call.Words : $"{call.Name} {call.Words}".TrimEnd(); // "sev1" alone is enough
        var word = words.Replace(" ", "", StringComparison.Ordinal).TrimEnd('.', '!', ',');
        if (Declaration.SeverityOf(word) is not { } severity) return call.Refuse(ChangeCards.SeverityForms(words, now.CommandPrefix));
        if (severity == incident.Severity && !incident.SeverityAssumed) return call.Refuse(ChangeCards.SeverityIsThat(severity));
        return new IncidentChange(incident, incident with { Severity = severity, SeverityAssumed = false }, call.Said, now)
        {
            Kind = EntryKind.Severity,
            Entry = ChangeCards.EntrySeverity(incident.Severity, severity),
            Line = ChangeCards.Severity(incident, severity, call.By.Name),
        }.Decide();
    }
}
