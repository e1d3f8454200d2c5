using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>The consequence that a command, button or form is about, as far as the person may see it.</summary>
internal static class AskedConsequence
{
    public static readonly Needs NeedsOfCommand = new() { Slos = SloScope.All, RulesDue = true };

    public static Needs NeedsOf(string key) => new() { Consequence = key };

    /// <summary>That of a private incident is shown to its people only, where they are.</summary>
    public static bool IsVisible(Consequence one, Situation now) => !one.Private || (now.Incident is { } incident && incident.Id == one.Incident); // whoever may not see that incident was refused before

    public static IEnumerable<Consequence> Standing(Situation now) => now.Slos.Consequences.Where(one => one.Stands && IsVisible(one, now)).OrderBy(one => one.Since).ThenBy(one => one.Name, StringComparer.Ordinal);

    /// <summary>Those that stand by the figures as they are; last those that begin within the minute, of which nobody was told yet.</summary>
    public static IEnumerable<Consequence> StandingByNow(Situation now) =>
        Standing(now).Where(one => now.RulesDue.All(due => due.Key != one.Key)).Concat(now.RulesDue.Where(due => due.Stands && IsVisible(due, now)).OrderBy(due => due.Name, StringComparer.Ordinal));

    /// <param name="name">As people write it; empty: the only one that stands.</param>
    public static Decision Named(Call call, string name, Situation now, Func<Consequence, Decision> decide)
    {
        var standing = Standing(now).ToList();
        var meant = Meant(standing, name);
        return meant is [var only] ? decide(only)
            : meant.Count == 0 && Meant([.. StandingByNow(now)], name) is [var begins] ? call.Refuse(PolicyListCards.Begins(begins))
            : standing.Count == 0 ? call.Refuse(PolicyListCards.NoneStands(now.CommandPrefix))
            : call.Refuse(PolicyListCards.Which(meant.Count == 0 ? standing : meant, now.CommandPrefix));
    }

    public static Decision Pressed(ChatEvent said, Situation now, Func<Consequence, Decision> decide) =>
        now.Consequence is { } one && IsVisible(one, now) ? decide(one) : Decision.Refuse(said, PolicyListCards.NoneStands(now.CommandPrefix));

    private static IReadOnlyList<Consequence> Meant(IReadOnlyList<Consequence> standing, string name)
    {
        Consequence[] named = [.. standing.Where(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];
        return named.Length > 0 ? named : [.. standing.Where(one => Means(one, name))];
    }

    private static bool Means(Consequence one, string name) =>
        one.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase) || (one.Subject?.StartsWith(name, StringComparison.OrdinalIgnoreCase) ?? false);
}
