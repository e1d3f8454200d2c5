using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems.Drafts;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>Publishes what was reviewed: the file in the room, a card in the announcement channel; of a private incident in its room only.</summary>
public static class PublishPostmortem
{
    public static Decision Decide(ChatEvent said, Situation now) => ReviewTurn.With(said, now, turn =>
    {
        if (PostmortemLifecycle.Refuses(turn.Review.Status, PostmortemStatus.Published) is { } why) return turn.Refuse(RichText.Sentence(why, now.CommandPrefix));
        var published = turn with { Review = turn.Review with { Status = PostmortemStatus.Published, PublishedAt = said.At } };
        var draft = Draft.Of(published);
        return new()
        {
            Save = [published.Review],
            Record = [turn.Entry(ReviewWorkflowCards.PublishedEntry)],
            Say = [.. turn.UnsettledLuck, DraftPostmortem.File(published, draft, turn.Room, ReviewWorkflowCards.PublishedFile(turn.Incident, said.By)), .. published.DraftHead, published.Head, .. Announced(draft, now.Settings)],
        };
    });

    private static IEnumerable<Saying> Announced(Draft draft, BotSettings settings) => settings.AnnounceChannel is { } channel && !draft.Incident.Private
        ? [new Say(new(new(draft.Incident.Id.Workspace, channel)), ReviewWorkflowCards.Announcement(draft), CardKeys.Published(draft.Incident.Id))]
        : [];
}
