using System.Globalization;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Blameless;

/// <summary>What each person of an incident is called where roles stand in place of names: "the incident commander", "responder 2".</summary>
/// <remarks>The same person is called the same in all of a document. Numbers follow the order in which people first appear, so that a later version seldom changes them.</remarks>
public sealed class RoleNames
{
    private const string Somebody = "a colleague";

    private readonly Dictionary<PersonRef, string> _roles = [];
    private readonly NamedPeople _named;

    public RoleNames(Incident incident, Postmortem? review, IReadOnlyList<ActionItem> items, IReadOnlyList<TimelineEntry> timeline)
    {
        foreach (var group in incident.Roles.GroupBy(holder => Said(holder.Role)))
            Call(group.Select(holder => holder.Person), group.Key);
        Person[] responders = [incident.DeclaredBy, .. timeline.Where(entry => entry.Kind is not EntryKind.Review).Select(entry => entry.By), .. incident.Facts.Select(fact => fact.By), .. incident.Milestones.Select(milestone => milestone.ConfirmedBy)];
        Call(responders, "a responder");
        Call(review?.Reviewers ?? [], "a reviewer");
        Person[] others = [.. review is null ? [] : review.Answers.SelectMany(answer => answer.People).Append(review.StartedBy), .. items.SelectMany(People), .. timeline.SelectMany(entry => entry.Highlights.Select(highlight => highlight.By).Prepend(entry.By))];
        Call(others, "a contributor");
        _named = new([.. incident.Roles.Select(holder => holder.Person), .. responders, .. review?.Reviewers ?? [], .. others]);
    }

    /// <summary>A machine keeps its name.</summary>
    public Person Of(Person person) => NamedPeople.IsMachine(person) ? person : person with { Name = Called(person) };

    /// <summary>The text with roles in place of names.</summary>
    public string In(string text) => _named.Replace(text, (person, _) => person is null ? Somebody : Called(person));

    private string Called(Person person) => _roles.GetValueOrDefault(person.Ref, Somebody);

    private void Call(IEnumerable<Person> people, string role)
    {
        var named = people.Where(person => !NamedPeople.IsMachine(person)).Select(person => person.Ref).Distinct().Where(person => !_roles.ContainsKey(person)).ToList();
        for (var index = 0; index < named.Count; index++)
            _roles[named[index]] = named.Count == 1 ? role : $"{role[(role.IndexOf(' ', StringComparison.Ordinal) + 1)..]} {(index + 1).ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Said(string role) => role.Trim().ToLowerInvariant() switch
    {
        "on-call" or "oncall" or "on call" => "the on-call engineer",
        "communications" or "comms" or "communication" => "the communications lead",
        "operations" or "ops" => "the operations lead",
        var other => $"the {other}",
    };

    private static IEnumerable<Person> People(ActionItem item)
    {
        if (item.Owner is { } owner) yield return owner;
        yield return item.AddedBy;
        if (item.ClosedBy is { } closer) yield return closer;
    }
}
