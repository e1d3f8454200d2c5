using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>Records that an incident needs no postmortem, and why. Nobody is reminded of it any more; starting the review takes it back.</summary>
public static class WaivePostmortem
{
    public const string Reason = "reason";

    public static Decision Decide(Call call, string reason, Situation now) =>
        now.Incident is { } incident ? Waive(incident, call.Said, reason, now) : call.Refuse(ReviewCards.NoIncident(now.CommandPrefix));

    /// <summary>The button opens the form; it is decided on only where there is nothing to waive.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now) =>
        now.Incident is { } incident ? Waive(incident, pressed, "", now) : Decision.Refuse(pressed, HelpCards.NotVisible(now));

    public static FormUse Form { get; } = IncidentForm.Of(
        ReviewButton.Waive,
        incident => incident is { IsOpen: false, PostmortemWaived: null } ? WaiverCards.Form(incident) : null,
        (_, submitted) => ReasonIn(submitted) switch
        {
            "" => new Dictionary<string, string> { [Reason] = WaiverCards.ReasonMissing },
            { Length: > ActionItemText.MostCharacters } tooLong => new Dictionary<string, string> { [Reason] = ActionItemCards.ReasonTooLong(tooLong.Length).ToPlainText() },
            _ => new Dictionary<string, string>(),
        },
        (incident, submitted, now) => Waive(incident, submitted, ReasonIn(submitted), now)) with
    {
        Needs = (place, context) => new() { Incident = IncidentId.TryParse(place.Channel.Workspace, context), Postmortem = true, Slos = SloScope.OfIncident },
    };

    private static Decision Waive(Incident incident, ChatEvent said, string reason, Situation now)
    {
        if (incident.IsOpen) return Decision.Refuse(said, ReviewCards.StillOpen(incident, now.CommandPrefix));
        if (now.Postmortem is { Status: PostmortemStatus.Published } or { Publications.Count: > 0 }) return Decision.Refuse(said, WaiverCards.Published(incident));
        if (incident.PostmortemWaived is { } already) return Decision.Refuse(said, WaiverCards.Already(incident, already, now.CommandPrefix));
        if (PublishGate.RefusesToWaive(incident, said, now) is { } required) return required;
        if (reason.Length == 0) return Decision.Refuse(said, WaiverCards.Why(incident, ReviewForum.Of(incident, now)));
        if (reason.Length > ActionItemText.MostCharacters) return Decision.Refuse(said, ActionItemCards.ReasonTooLong(reason.Length));
        var waiver = new Waiver(reason, said.By, said.At);
        return new IncidentChange(incident, incident with { PostmortemWaived = waiver }, said, now)
        {
            Kind = EntryKind.Review,
            Entry = WaiverCards.Entry(waiver),
            Line = WaiverCards.Waived(incident, waiver, now.CommandPrefix),
        }.Decide().And(PublishGate.Waived(incident, said, now));
    }

    private static string ReasonIn(FormSubmitted submitted) => submitted.Values.GetValueOrDefault(Reason, "").Trim();
}
