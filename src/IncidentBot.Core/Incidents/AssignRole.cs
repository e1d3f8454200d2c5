using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>Gives a role to one person. The first incident commander acknowledges the incident.</summary>
public static class AssignRole
{
    private const int MostCharacters = 40;

    /// <summary><c>commander @user</c>, or <c>me</c>.</summary>
    public static Decision Commander(Incident incident, Call call, Situation now) => Decide(incident, call, RoleHolder.Commander, now);

    /// <summary><c>role NAME @user</c>.</summary>
    public static Decision Role(Incident incident, Call call, Situation now)
    {
        var name = NameIn(call);
        if (name.Refusal is { } why) return call.Refuse(why);
        return name.Text.Length is 0 or > MostCharacters ? call.Refuse(ChangeCards.RoleForms(now.CommandPrefix, MostCharacters)) : Decide(incident, call, name.Text, now);
    }

    public static Decision TakeCommand(Incident incident, ButtonPressed pressed, Situation now) =>
        incident.Commander is { } commander && commander.Ref != pressed.By.Ref
            ? Decision.Refuse(pressed, ChangeCards.CommandIsTaken(commander, now.CommandPrefix))
            : Assign(incident, RoleHolder.Commander, pressed.By, pressed, StatusCards.ByButton(pressed.By.Name), now);

    private static Decision Decide(Incident incident, Call call, string role, Situation now)
    {
        Person[] named = [.. call.Mentions.DistinctBy(person => person.Ref)];
        var person = named is [var one] ? one : named.Length == 0 && SaysMe(call) ? call.By : null;
        return person is null
            ? call.Refuse(ChangeCards.OnePersonOnly(role, now.CommandPrefix))
            : Assign(incident, role, person, call.Said, FactCards.ByCommand(now.CommandPrefix, call.Said.Text, call.By.Name), now);
    }

    private static Decision Assign(Incident incident, string role, Person person, ChatEvent said, string evidence, Situation now)
    {
        if (incident.Roles.Any(holder => holder.Role == role && holder.Person.Ref == person.Ref)) return Decision.Refuse(said, ChangeCards.HasRole(person, role));
        var assigned = incident with { Roles = [.. incident.Roles.Where(holder => holder.Role != role), new(role, person)] };
        if (role == RoleHolder.Commander && incident.IsOpen && incident.Reached(MilestoneKind.Acknowledged) is null) assigned = assigned.With(new Milestone(MilestoneKind.Acknowledged, said.At, said.By, evidence));
        return new IncidentChange(incident, assigned, said, now)
        {
            Kind = EntryKind.Role,
            Entry = ChangeCards.EntryRole(role, person),
            Line = ChangeCards.Role(incident, role, person, said.By),
        }.Decide();
    }

    /// <summary>The role's name: the words without the mentions and a closing "me".</summary>
    private static IncidentTitle NameIn(Call call)
    {
        var words = call.Mentions.Aggregate(call.Words, (left, person) => left.Replace($"@{person.Name}", " ", StringComparison.OrdinalIgnoreCase));
        if (call.Mentions.Count == 0 && SaysMe(call)) words = words.TrimEnd('.', '!', ' ')[..^2];
        var name = IncidentTitle.Read(words);
        return name.Text.ToLowerInvariant() is "commander" or "ic" or RoleHolder.Commander ? name with { Text = RoleHolder.Commander } : name with { Text = name.Text.ToLowerInvariant() };
    }

    private static bool SaysMe(Call call) => call.Words.TrimEnd('.', '!', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [.., var last] && last.Equals("me", StringComparison.OrdinalIgnoreCase);
}
