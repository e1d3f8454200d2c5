using IncidentBot.Core.Masking;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Core.Webhooks;

/// <summary>A rule of the error budget policy that began or ended to apply. Shares are of the whole budget: 1 is all of it.</summary>
/// <param name="Name">As in <c>policy ack NAME</c>.</param>
/// <param name="Class">The class of incidents that it is about; null for the other rules.</param>
/// <param name="Because">The incidents that made it so, largest share first, without those that are private.</param>
/// <param name="EndedBy">Null: it applies.</param>
/// <param name="SetAside">The reason for which nobody was held to it; null: it was not set aside, or words of people are not told.</param>
/// <param name="Planned">Where the item stands in the planning; null as before.</param>
public sealed record ConsequencePart(
    string Name, string Slo, PolicyRule Rule, string? Class, IReadOnlyList<string> Because, double Spent, BudgetMethod Method, double NotCounted,
    DateTime Since, DateTime? Until, DateTime? EndedAt, ConsequenceEnd? EndedBy, string? SetAside, string? Planned)
{
    /// <param name="byRole">What people wrote may name people, and whose role that is nobody knows here: it is left out.</param>
    public static ConsequencePart Of(Consequence one, bool byRole) => new(
        Secrets.Mask(one.Name).Text, one.Slo, one.Rule, Masked(one.Class), [.. one.Because.Select(incident => incident.Label)], one.Spent, one.Method, one.Unseen,
        one.Since.UtcDateTime, one.Until?.UtcDateTime, one.EndedAt?.UtcDateTime, one.EndedBy, byRole ? null : Masked(one.Override?.Reason), byRole ? null : Masked(one.Planned));

    private static string? Masked(string? words) => words is null ? null : Secrets.Mask(words).Text;
}
