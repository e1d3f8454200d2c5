using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents.Nudges;

namespace IncidentBot.Core.Incidents;

/// <summary>Incidents from the declaration to the resolution.</summary>
public static class IncidentCapability
{
    public static readonly Capability Table = new()
    {
        Commands =
        [
            new("start", "start [here] [title] [sev1…sev5] [service:NAME] [private]", "Declares an incident and opens its room; without a title it opens a form.", DeclareIncident.Decide)
            {
                Aliases = ["declare"],
                Needs = DeclareIncident.NeedsOf,
                OpensForm = DeclareIncident.OpensForm,
                Examples = ["start checkout is failing sev2", "start here logins are slow service:auth", "start private card data in a log sev1", "start here INC-7"],
            },
            IncidentCommand.Of("status", "status [investigating|identified|mitigated|resolved] [at TIME] [text]", "Shows how the incident stands, or moves its status.", MoveStatus.Decide) with
            {
                Examples = ["status", "status identified a bad index", "status mitigated at 14:05", "status INC-7"],
            },
            IncidentCommand.Of("severity", "severity sev1", "Says how bad it is: sev1 is worst, sev5 least.", SetSeverity.Decide) with { Aliases = ["sev", "sev1", "sev2", "sev3", "sev4", "sev5"], Examples = ["severity sev1", "sev1"] },
            IncidentCommand.Of("commander", "commander @user", "Says who leads the response; “me” is yourself.", AssignRole.Commander) with { Aliases = ["ic"], Examples = ["commander @ana", "commander me"] },
            IncidentCommand.Of("role", "role NAME @user", "Gives any other role to one person.", AssignRole.Role) with { Examples = ["role communications @ben", "role scribe me"] },
            IncidentCommand.Of("title", "title TEXT", "Gives the incident another title.", Retitle.Decide),
            OfFact(FactKind.Summary, "What happened, in a sentence or two."),
            OfFact(FactKind.Impact, "Who was hurt, and how."),
            OfFact(FactKind.Trigger, "What set it off; with a time, when it began."),
            OfFact(FactKind.Detection, "How it was noticed; with a time, when."),
            OfFact(FactKind.Resolution, "What ended it; with a time, when it was over."),
            OfFact(FactKind.Cause, "What made it possible; several add up."),
            IncidentCommand.Of("milestone", "milestone [started|detected|declared|acknowledged|mitigated|resolved [at TIME | unknown] [TEXT]]", "States or corrects one of the times that metrics come from; alone, shows them with what shows them.", StateMilestone.Decide) with
            {
                Aliases = ["milestones", "metrics"],
                ForTheRecord = true,
                Examples = ["milestone", "milestone detected at 13:55", "milestone started at 2026-11-22 13:50 first errors in the log", "milestone mitigated unknown"],
            },
            IncidentCommand.Of("update", "update TEXT", "Tells those who wait for news, in the announcement channel too.", PostUpdate.Decide) with { ForTheRecord = true },
            IncidentCommand.Of("mitigate", "mitigate [at TIME] [TEXT]", "Users are no longer hurt, the cause may still be there.", MoveStatus.Mitigate) with { Aliases = ["mitigated"] },
            IncidentCommand.Of("resolve", "resolve [at TIME] [TEXT]", "It is over; the text is kept as the resolution.", ResolveIncident.Decide) with
            {
                ForTheRecord = true,
                Aliases = ["resolved"],
                Examples = ["resolve rolled back 4711", "resolve at 14:31 rolled back 4711"],
            },
            IncidentCommand.Of("reopen", "reopen [TEXT]", "It is back: the incident goes on.", ReopenIncident.Decide),
            new("list", "list [open|all] [text]", "Lists incidents, open ones unless told otherwise.", ListIncidents.Decide) { Needs = ListIncidents.NeedsOf, Examples = ["list", "list all checkout"] },
        ],
        Buttons =
        [
            new(IncidentActions.Declare, DeclareIncident.NotOpened) { Needs = _ => DeclareIncident.NeedsOfForm, OpensForm = IncidentActions.Declare },
            OnIncident(IncidentActions.TakeCommand, AssignRole.TakeCommand),
            OnIncident(IncidentActions.Mitigate, MoveStatus.Mitigate),
            OnIncident(IncidentActions.Resolve, ResolveIncident.Decide) with { OpensForm = IncidentActions.Resolve },
            OnIncident(IncidentActions.Reopen, ReopenIncident.Decide),
            OnIncident(IncidentActions.NoCommanderNudge, (incident, pressed, _) => SnoozeNudge.Decide(NudgeKind.Commander, incident, pressed)),
            OnIncident(IncidentActions.NoUpdateNudge, (incident, pressed, _) => SnoozeNudge.Decide(NudgeKind.Update, incident, pressed)),
            OnIncident(IncidentActions.NoResolveNudge, (incident, pressed, _) => SnoozeNudge.Decide(NudgeKind.Resolve, incident, pressed)),
            OpensFactForm(IncidentActions.AnyFact),
            .. Enum.GetValues<FactKind>().Select(kind => OpensFactForm(IncidentActions.FactOf(kind))),
            OpensFactForm(IncidentActions.AnyMilestone),
            .. AskAboutTimes.Buttons,
        ],
        Forms =
        [
            new(IncidentActions.Declare, DeclareIncident.Open, DeclareIncident.Check, DeclareIncident.Decide) { Needs = (_, _) => DeclareIncident.NeedsOfForm },
            ResolveIncident.Form,
            FactForm.Any,
            .. FactForm.Each,
            StateMilestone.Form with { ForTheRecord = true },
            MilestoneOfMessage.Form with { ForTheRecord = true },
            AskAboutTimes.CorrectForm,
            AskAboutTimes.RetimeForm,
        ],
        Messages = [new(IncidentActions.MilestoneOfMessage, Incidents.MilestoneOfMessage.NotOpened)],
    };

    private static Command OfFact(FactKind kind, string help)
    {
        var name = kind.Label().ToLowerInvariant();
        return IncidentCommand.Of(name, $"{name} [at TIME] TEXT", help, RecordFact.Of(kind)) with
        {
            ForTheRecord = true,
            OpensForm = call => Addressed.Stripped(call).Words.Length == 0 ? IncidentActions.FactOf(kind) : null,
        };
    }

    private static ButtonUse OnIncident(string action, Func<Incident, ButtonPressed, Situation, Decision> decide) =>
        new(action, (pressed, now) => now.Incident is { } incident ? decide(incident, pressed, now) : Decision.Refuse(pressed, HelpCards.NotVisible(now)));

    // Decided on only when the form could not be opened: there is no such incident.
    private static ButtonUse OpensFactForm(string action) => new(action, (pressed, now) => Decision.Refuse(pressed, HelpCards.NotVisible(now))) { OpensForm = action };
}
