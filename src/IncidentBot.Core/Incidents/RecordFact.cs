using IncidentBot.Core.Bot;
using IncidentBot.Core.Timeline;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Incidents;

/// <summary>Records what a person states. A time given with trigger, detection or resolution is a milestone too.</summary>
public static class RecordFact
{
    public static Func<Incident, Call, Situation, Decision> Of(FactKind kind) => (incident, call, now) =>
        call.Words.Length == 0 ? call.Refuse(FactCards.Forms(kind, now.CommandPrefix))
        : Record(incident, kind, Statement.Of(call, now), now);

    /// <summary>The milestone whose time this fact may tell.</summary>
    public static MilestoneKind? MilestoneOf(FactKind kind) => kind switch
    {
        FactKind.Trigger => MilestoneKind.Started,
        FactKind.Detection => MilestoneKind.Detected,
        FactKind.Resolution => MilestoneKind.Resolved,
        FactKind.Summary or FactKind.Impact or FactKind.Cause => null,
    };

    /// <summary>The incident with the statement's fact, and with its milestone where a time was given.</summary>
    internal static Incident Stated(Incident incident, FactKind kind, Statement statement)
    {
        var stated = statement.Words.Rest.Length > 0 ? incident with { Facts = [.. incident.Facts, statement.States(kind)] } : incident;
        return statement.Words.At is not null && MilestoneOf(kind) is { } milestone ? stated.With(statement.Shows(milestone)) : stated;
    }

    /// <summary>What its speaker is told: what is special about the time given, or how to give one that was perhaps meant.</summary>
    internal static string? RemarkOn(Incident incident, FactKind kind, Statement statement, Situation now)
    {
        if (statement.Words.At is not null || MilestoneOf(kind) is not { } milestone || incident.Reached(milestone) is not null) return statement.Words.Remark;
        return TimeText.Unmarked(statement.Words.Rest, statement.Said.At, statement.By.TimeZone) is { } at ? FactCards.PerhapsItsTime(kind, at, statement.By.TimeZone, now.CommandPrefix) : null;
    }

    internal static Decision Record(Incident incident, FactKind kind, Statement statement, Situation now)
    {
        if (statement.Refusal is { } why) return statement.Refuse(why);
        if (statement.Asks(incident, MilestoneOf(kind)) is { } asked) return asked;
        var stated = Stated(incident, kind, statement);
        if (ReferenceEquals(stated, incident)) return statement.Refuse(FactCards.Forms(kind, now.CommandPrefix));
        return new IncidentChange(incident, stated, statement.Said, now)
        {
            Kind = EntryKind.Fact,
            Entry = FactCards.Entry(kind, statement.Words.Rest),
            At = statement.Words.At,
            Line = FactCards.Recorded(incident, kind, statement),
            Remark = RemarkOn(incident, kind, statement, now),
        }.Decide();
    }
}
