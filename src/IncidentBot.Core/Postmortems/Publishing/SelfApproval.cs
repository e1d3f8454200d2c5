using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>Nobody approves alone what they alone wrote, unless <c>Postmortems:AllowSelfApproval</c> is set.</summary>
internal static class SelfApproval
{
    /// <summary>Whether its only author would be the only one to approve it.</summary>
    public static bool Is(Postmortem review, IReadOnlyList<Person> reviewers, PostmortemSettings settings) =>
        !settings.AllowSelfApproval && review.Authors is [var only] && reviewers.All(reviewer => reviewer.Ref == only.Ref);
}
