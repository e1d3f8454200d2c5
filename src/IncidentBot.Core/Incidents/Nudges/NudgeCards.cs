using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Incidents.Nudges;

/// <summary>How a room is asked about what is missing.</summary>
internal static class NudgeCards
{
    public static Card Ask(NudgeKind kind, Incident incident, TimeSpan missing, string prefix)
    {
        var (text, act) = kind switch
        {
            NudgeKind.Commander => (Of($"{Bold(incident.Id.Label)} has no incident commander yet. Who leads the response?"), new Button(IncidentActions.TakeCommand, "Take command", incident.Id.Label, ButtonKind.Primary)),
            NudgeKind.Update => (Of($"There has been no news of {Bold(incident.Id.Label)} for {Words.Duration(missing)}. A line helps those who wait, even “still looking”: {Code($"{prefix} update TEXT")}"), null),
            NudgeKind.Resolve => (Of($"{Bold(incident.Id.Label)} has been mitigated for {Words.Duration(missing)}. Is it over?"), new Button(IncidentActions.Resolve, "Resolve…", incident.Id.Label)),
        };
        var later = new Button(Later(kind), $"Not for {Length(kind)}", incident.Id.Label);
        return Card.Of(text, act is null ? [later] : [act, later]);
    }

    public static RichText Snoozed(NudgeKind kind) => $"All right: not asked about it for {Length(kind)}.";

    internal static TimeSpan Snooze(NudgeKind kind) => kind switch
    {
        NudgeKind.Commander or NudgeKind.Update => TimeSpan.FromHours(1),
        NudgeKind.Resolve => TimeSpan.FromDays(7),
    };

    private static string Length(NudgeKind kind) => kind switch
    {
        NudgeKind.Commander or NudgeKind.Update => "an hour",
        NudgeKind.Resolve => "a week",
    };

    private static string Later(NudgeKind kind) => kind switch
    {
        NudgeKind.Commander => IncidentActions.NoCommanderNudge,
        NudgeKind.Update => IncidentActions.NoUpdateNudge,
        NudgeKind.Resolve => IncidentActions.NoResolveNudge,
    };
}
