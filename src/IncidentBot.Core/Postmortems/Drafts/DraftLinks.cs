using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Postmortems.Drafts;

/// <summary>Ways back to the messages that a draft is made of. Null for what is no message, and where the platform gives no address.</summary>
public sealed class DraftLinks(Situation now)
{
    public string? To(Answer answer) => answer.Source is { } reply ? now.LinkTo(reply, now.ReviewHead?.Id) : null;

    public string? To(ReviewComment comment) => comment.Source is { } reply ? now.LinkTo(reply, now.ReviewHead?.Id) : null;

    public string? To(Fact fact) => To(fact.Source);

    public string? To(Milestone milestone) => To(milestone.Source);

    public string? To(MessageRef message, string? thread) => now.LinkTo(message, thread);

    private string? To(MessageRef? source) => source is null ? null : now.LinkTo(source, now.Timeline.FirstOrDefault(entry => entry.Message == source)?.Thread);
}
