using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>Ends an incident. When two people do it at once, the second is told who was first.</summary>
public static class ResolveIncident
{
    /// <summary><c>resolve [at TIME] [TEXT]</c>; the text is the resolution.</summary>
    public static Decision Decide(Incident incident, Call call, Situation now) => Resolve(incident, Statement.Of(call, now), now);

    /// <summary>The button opens the form; it is decided on only where there is nothing left to resolve, on a card that is out of date.</summary>
    public static Decision Decide(Incident incident, ButtonPressed pressed, Situation now) => Resolve(incident, Statement.Of(pressed), now);

    public static FormUse Form { get; } = IncidentForm.Of(
        IncidentActions.Resolve,
        incident => incident.IsOpen ? StatusCards.ResolveForm(incident) : null,
        (_, submitted) => FactForm.Faults(Statement.Of(submitted), textRequired: false),
        (incident, submitted, now) => Resolve(incident, Statement.Of(submitted), now)) with
    { ForTheRecord = true };

    private static RichText? RefusalOf(Incident incident, Situation now)
    {
        if (IncidentLifecycle.Refuses(incident.Status, IncidentStatus.Resolved) is not { } no) return null;
        return incident.Reached(MilestoneKind.Resolved) is { } resolved ? StatusCards.ResolvedAlready(incident, resolved, now.CommandPrefix) : RichText.Sentence(no, now.CommandPrefix);
    }

    private static Decision Resolve(Incident incident, Statement statement, Situation now)
    {
        if (RefusalOf(incident, now) is { } no) return statement.Refuse(no);
        if (statement.Refusal is { } why) return statement.Refuse(why);
        if (statement.Asks(incident, MilestoneKind.Resolved) is { } asked) return asked;
        // A time that was stated before, with `resolution at TIME`, stands unless this one gives another.
        var milestone = statement.Words.At is null && incident.Reached(MilestoneKind.Resolved) is { } stated ? stated : statement.Shows(MilestoneKind.Resolved);
        var resolved = (incident with { Status = IncidentStatus.Resolved }).With(milestone);
        if (statement.Words.Rest.Length > 0) resolved = resolved with { Facts = [.. resolved.Facts, statement.States(FactKind.Resolution)] };
        return AskForFacts.With(new IncidentChange(incident, resolved, statement.Said, now)
        {
            Kind = EntryKind.Status,
            Entry = StatusCards.Entry(incident.Status, IncidentStatus.Resolved, statement.Words.Rest),
            At = statement.Words.At,
            Line = StatusCards.Resolved(resolved, statement),
            Remark = statement.Words.Remark,
        });
    }
}
