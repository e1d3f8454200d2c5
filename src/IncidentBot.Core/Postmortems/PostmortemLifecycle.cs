namespace IncidentBot.Core.Postmortems;

/// <summary>In Writing → In Review → Reviewed → Published, and back to In Writing. One table, and the sentence for what it refuses.</summary>
public static class PostmortemLifecycle
{
    /// <summary>Null when the move is allowed, else the sentence to show.</summary>
    public static string? Refuses(PostmortemStatus from, PostmortemStatus to) => (from, to) switch
    {
        (PostmortemStatus.InWriting, PostmortemStatus.InReview) => null,
        (PostmortemStatus.InReview, PostmortemStatus.Reviewed) => null,
        (PostmortemStatus.Reviewed, PostmortemStatus.Published) => null,
        (PostmortemStatus.InReview or PostmortemStatus.Reviewed or PostmortemStatus.Published, PostmortemStatus.InWriting) => null,
        (PostmortemStatus.Reviewed, PostmortemStatus.InReview) => null,
        (PostmortemStatus.InReview, PostmortemStatus.InReview) => null,
        (PostmortemStatus.InWriting, PostmortemStatus.Reviewed) => "Nobody has been asked to review it yet. Ask with `postmortem review @name`.",
        (PostmortemStatus.InWriting, PostmortemStatus.Published) => "It has not been reviewed yet. Ask with `postmortem review @name`, then let them `postmortem approve`.",
        (PostmortemStatus.InReview, PostmortemStatus.Published) => "It is still in review. It can be published when its reviewers have used `postmortem approve`.",
        (PostmortemStatus.Published, PostmortemStatus.InReview or PostmortemStatus.Reviewed or PostmortemStatus.Published) => "It is already published.",
        (PostmortemStatus.InWriting, PostmortemStatus.InWriting) => "It is already being written.",
        (PostmortemStatus.Reviewed, PostmortemStatus.Reviewed) => "It is already reviewed. Publish it with `postmortem publish`.",
    };
}
