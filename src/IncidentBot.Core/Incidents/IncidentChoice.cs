using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>A form's field in which an incident is chosen, among those that the person may see.</summary>
internal static class IncidentChoice
{
    public const string Field = "incident";

    /// <summary>Slack shows so many, https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element.</summary>
    public const int Most = 100;

    private const int MostOfAnOption = 75;

    /// <summary>Null when there is none to choose.</summary>
    public static ChoiceField? Among(IEnumerable<Incident> incidents, Person by)
    {
        FormOption[] options = [.. incidents.Where(incident => incident.VisibleTo(by.Ref)).Take(Most).Select(incident => new FormOption(incident.Id.Label, Excerpt.Of($"{incident.Id.Label} {incident.Title}", MostOfAnOption - 1)))];
        return options.Length == 0 ? null : new(Field, "Incident", options) { Required = true, Initial = options.Length == 1 ? options[0].Value : null };
    }

    public static IncidentId? In(FormSubmitted submitted) => IncidentId.TryParse(submitted.Place.Channel.Workspace, submitted.Values.GetValueOrDefault(Field, ""));
}
