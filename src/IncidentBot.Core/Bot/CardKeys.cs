using System.Globalization;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Alerts;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reflection;

namespace IncidentBot.Core.Bot;

/// <summary>Stable names of cards. Saying a card again under its name updates the message that stands.</summary>
public static class CardKeys
{
    public static string Living(IncidentId id) => $"incident:{id.Key}";

    public static string Announcement(IncidentId id) => $"announcement:{id.Key}";

    public static string ActionItem(ActionItemId id) => $"action:{id.Key}";

    /// <summary>The question for a fact; replies in its thread are the answer.</summary>
    public static string Prompt(IncidentId id, FactKind fact) => $"prompt:{fact}:{id.Key}";

    /// <summary>The head of the review's thread.</summary>
    public static string Review(IncidentId id) => $"review:{id.Key}";

    /// <summary>What became of a lucky break, under the answer that named it.</summary>
    public static string LuckyBreak(LuckyBreakId id) => $"luck:{id.Key}";

    /// <summary>The card with which a round of reflection is asked.</summary>
    public static string Reflection(RoundId id) => $"reflection:{id.Key}";

    /// <summary>A question of the review, each time it is asked anew.</summary>
    public static string Question(IncidentId id, int asking) => $"question:{asking.ToString(CultureInfo.InvariantCulture)}:{id.Key}";

    /// <summary>The first card of a draft, each time it is posted anew.</summary>
    public static string Draft(IncidentId id, int draft) => $"draft:{draft.ToString(CultureInfo.InvariantCulture)}:{id.Key}";

    /// <summary>A further card of a draft, from 1.</summary>
    public static string DraftPage(IncidentId id, int draft, int page) => $"draft-page:{draft.ToString(CultureInfo.InvariantCulture)}:{page.ToString(CultureInfo.InvariantCulture)}:{id.Key}";

    /// <summary>How the alerts of an incident stand, on a new card a minute at most.</summary>
    public static string Alerts(IncidentId id, DateTimeOffset at) => $"alerts:{(at.UtcTicks / TimeSpan.TicksPerMinute).ToString(CultureInfo.InvariantCulture)}:{id.Key}";

    /// <summary>What a storm of alerts did not declare.</summary>
    public static string AlertStorm(AlertLoad load) => $"alert-storm:{load.HoldingSince?.UtcTicks.ToString(CultureInfo.InvariantCulture)}:{load.Workspace}";

    /// <summary>The announcement of a published postmortem.</summary>
    public static string Published(IncidentId id) => $"published:{id.Key}";

    /// <summary>A comment on the draft, in the review's thread.</summary>
    public static string Comment(IncidentId id, int number) => $"comment:{number.ToString(CultureInfo.InvariantCulture)}:{id.Key}";

    /// <summary>The same, in the direct conversation with an author.</summary>
    public static string CommentTo(IncidentId id, int number, PersonRef author) => $"comment-to:{number.ToString(CultureInfo.InvariantCulture)}:{id.Key}:{author}";

    /// <summary>The message to a reviewer that what they approved has changed.</summary>
    public static string AskedAgain(IncidentId id, Approval before) => $"asked-again:{before.At.UtcTicks.ToString(CultureInfo.InvariantCulture)}:{id.Key}:{before.By.Ref}";

    public static bool IsReview(string? key) => key?.StartsWith("review:", StringComparison.Ordinal) ?? false;

    /// <summary>The incident whose review has this card as its head; null for other cards.</summary>
    public static IncidentId? Reviewed(string? key) => IsReview(key) ? RoomIncident(key) : null;

    /// <summary>The incident of a card that stands in an incident's room and heads a thread; null for other cards.</summary>
    public static IncidentId? RoomIncident(string? key) => key?.Split(':', 2) switch
    {
        ["prompt", var rest] => IncidentId.OfKey(rest[(rest.IndexOf(':', StringComparison.Ordinal) + 1)..]),
        ["incident" or "review", var rest] => IncidentId.OfKey(rest),
        _ => null,
    };

    /// <summary>The fact that a prompt's thread is about; null for other cards.</summary>
    public static FactKind? PromptedFact(string? key) =>
        key?.Split(':') is ["prompt", var fact, ..] && Enum.TryParse<FactKind>(fact, out var kind) ? kind : null;
}
