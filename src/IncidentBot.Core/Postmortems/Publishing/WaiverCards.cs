using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>What is said when an incident needs no postmortem.</summary>
internal static class WaiverCards
{
    public const string ReasonMissing = "Say why in a few words, such as: duplicate of INC-3.";

    public static Form Form(Incident incident) => new(ReviewButton.Waive, $"No postmortem for {incident.Id.Label}", "Record", incident.Id.Label,
        [new TextField(WaivePostmortem.Reason, "Why is none needed?") { Required = true, MaxLength = ActionItemText.MostCharacters, Hint = "It stays on the timeline. The review can still be started at any time." }]);

    public static RichText Why(Incident incident, ReviewForum forum) =>
        Of($"Why does {incident.Id.Label} need no postmortem? The reason stays on record: {Code(forum.Prefix + " postmortem skip duplicate of INC-3")}. To skip a question of a review, say {forum.Saying("skip")}{(forum.HasThread ? " in its thread" : "")}.");

    public static RichText Published(Incident incident) => Of($"The postmortem of {incident.Id.Label} is published already.");

    public static RichText Already(Incident incident, Waiver waiver, string prefix) =>
        Of($"That {incident.Id.Label} needs none is on record already, by {waiver.By.Name}: {waiver.Reason}. To write one after all: {Code($"{prefix} postmortem {incident.Id.Label}")}");

    public static string Entry(Waiver waiver) => $"No postmortem needed: {waiver.Reason}";

    public static Card Waived(Incident incident, Waiver waiver, string prefix) => FactCards.Quoting(
        Of($"{waiver.By.Name} says that {Bold(incident.Id.Label)} needs no postmortem, so nobody is reminded of it. To write one after all: {Code($"{prefix} postmortem {incident.Id.Label}")}"), waiver.Reason);
}
