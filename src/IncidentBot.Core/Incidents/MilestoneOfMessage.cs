using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Incidents;

/// <summary>"This is when…" in a message's menu: the message becomes the evidence of a milestone, at its own time unless another one is given.</summary>
public static class MilestoneOfMessage
{
    public static FormUse Form { get; } = new(IncidentActions.MilestoneOfMessage, Open, Check, Decide)
    {
        Needs = (_, context) => NeedsOf(context),
        NeedsOfSubmission = submitted => NeedsOf(submitted.Context) with { Incident = IncidentChoice.In(submitted) },
    };

    /// <summary>The form could not be opened: there is no incident that it could be about.</summary>
    public static Decision NotOpened(MessageChosen chosen, Situation now) => Decision.Refuse(chosen, Timeline.TimelineCards.NoOpenIncident(now.CommandPrefix));

    private static Needs NeedsOf(string context) => new() { EntryOf = ChosenMessage.Read(context)?.Message, Incidents = new(OpenOnly: true, Limit: IncidentQuery.Many) };

    private static Form? Open(FormOpening opening, Situation now)
    {
        if (ChosenMessage.Read(opening.Context) is not { } message) return null;
        var choice = now.Incident is null ? IncidentChoice.Among(now.Incidents, opening.By) : null;
        return now.Incident is null && choice is null ? null : MilestoneCards.FormOfMessage(opening.Context, now.Incident, choice, Typed(message, opening.By.TimeZone));
    }

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now) => now.Incident is null
        ? new Dictionary<string, string>(StateMilestone.Faults(submitted)) { [IncidentChoice.Field] = Timeline.TimelineCards.WhichIncident }
        : StateMilestone.Faults(submitted);

    private static Decision Decide(FormSubmitted submitted, Situation now)
    {
        if (now.Incident is not { } incident || ChosenMessage.Read(submitted.Context) is not { } message) return Decision.Refuse(submitted, HelpCards.NotVisible(now));
        if (StateMilestone.KindOf(submitted) is not { } kind) return Decision.Refuse(submitted, MilestoneCards.KindMissing);
        var statement = Statement.Of(submitted) with { Source = message.Message, Evidence = MilestoneCards.ByMessage(message, submitted.By.Name) };
        // The field begins with the message's time to the minute; left as it is, the message's own time counts.
        if (submitted.Values.GetValueOrDefault(Statement.AtField, "").Trim() == Typed(message, submitted.By.TimeZone)) statement = statement with { Words = statement.Words with { At = message.PostedAt } };
        return StateMilestone.State(incident, kind, statement, now);
    }

    private static string Typed(ChosenMessage message, string? zone) => Zones.Local(message.PostedAt, zone).ToString("yyyy-MM-dd HH:mm", Words.Culture);
}
