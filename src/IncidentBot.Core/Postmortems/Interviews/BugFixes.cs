using System.Text.RegularExpressions;
using IncidentBot.Core.ActionItems;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>Whether action items are nothing but bug fixes. Only decides whether a reminder is given once more, so a guess by words is enough.</summary>
/// <remarks>An item reads like a bug fix when it names a repair ("fix the null check", "patch", "roll back") and nothing of how people
/// work ("runbook", "alert", "review", "on-call"). An item that names neither is taken for a change of the system, not for a bug fix.</remarks>
public static partial class BugFixes
{
    /// <summary>True when there is an item that still counts and every one of them is a bug fix.</summary>
    public static bool AreAll(IReadOnlyList<ActionItem> items)
    {
        var standing = items.Where(item => item.Status is not ActionItemStatus.Dropped).ToList();
        return standing.Count > 0 && standing.All(item => IsOne(item.Text));
    }

    public static bool IsOne(string text) => Repair().IsMatch(text) && !WayOfWorking().IsMatch(text);

    [GeneratedRegex(@"\b(bug|fix|fixe[sd]|fixing|hotfix|patch|repair|correct|revert|roll(ing|ed)?[ -]?back|null|exception|crash|leak|race|off-by-one|typo|regression|handle)\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Repair();

    [GeneratedRegex(@"\b(runbook|playbook|process|procedure|policy|checklist|document|docs|wiki|train|drill|exercise|game day|review|approv|on-?call|rota|escalat|handover|communicat|template|alert|monitor|dashboard|rehears|practi[cs]e|agree|guideline|postmortem|rollout|canary|freeze|own(er|ership))\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WayOfWorking();
}
