using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos;

namespace IncidentBot.Core.Postmortems;

/// <summary>What a button under a question is about; written into the button's value.</summary>
/// <param name="Asking">Which asking it stands under, from 1. A press on an earlier one comes too late to steer.</param>
/// <param name="Known">The key of the <see cref="Interviews.KnownAnswer"/> to take over.</param>
public sealed record ReviewButton(IncidentId Incident, int Asking, string Known = "")
{
    public const string Start = "postmortem.start";
    public const string Next = "postmortem.next";
    public const string Skip = "postmortem.skip";
    public const string Back = "postmortem.back";
    public const string Done = "postmortem.done";
    public const string Use = "postmortem.use";
    public const string Answer = "postmortem.answer";
    public const string Time = "postmortem.time";
    public const string Approve = "postmortem.approve";
    public const string ApproveAnyway = "postmortem.approve-anyway";
    public const string Comment = "postmortem.comment";
    public const string ResolveComment = "postmortem.resolve-comment";
    public const string Publish = "postmortem.publish";
    public const string Waive = "postmortem.waive";

    public override string ToString() => $"{Incident.Label}|{Asking.ToString(CultureInfo.InvariantCulture)}|{Known}";

    public static ReviewButton? TryParse(string workspace, string value) =>
        value.Split('|', 3) is [var label, var asking, var known]
        && IncidentId.TryParse(workspace, label) is { } incident
        && int.TryParse(asking, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(incident, number, known)
            : null;

    /// <summary>What a press needs, on top of the incident that the value names.</summary>
    public static Needs NeedsOf(Place place, string value, Needs needs) =>
        needs with { Incident = TryParse(place.Channel.Workspace, value)?.Incident, Postmortem = true, ActionItems = true, Slos = SloScope.OfIncident };
}
