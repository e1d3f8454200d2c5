using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Postmortems.Interviews;

namespace IncidentBot.Core.Postmortems;

/// <summary>Starts the review of a resolved incident, continues it where it stood, or shows its draft: always the same review.</summary>
public static class StartReview
{
    public static Decision Decide(ChatEvent said, Situation now)
    {
        if (now.Incident is not { } incident) return Decision.Refuse(said, ReviewCards.NoIncident(now.CommandPrefix));
        if (incident.IsOpen) return Decision.Refuse(said, ReviewCards.StillOpen(incident, now.CommandPrefix));
        if (incident is { Private: true, Room: null }) return Decision.Refuse(said, ReviewCards.NeedsPrivateRoom(incident, now.CommandPrefix)); // where it was declared, others may read
        var turn = new ReviewTurn(said, incident, now.Postmortem ?? New(said, incident), now);
        if (incident.RoomGone) return WithoutRoom(turn);
        return (now.Postmortem is null ? Begin(turn) : Continue(turn)).And(Wanted(turn));
    }

    /// <summary>That none was needed no longer holds.</summary>
    internal static Decision Wanted(ReviewTurn turn)
    {
        if (turn.Incident.PostmortemWaived is null) return Decision.Nothing;
        var wanted = turn.Incident with { PostmortemWaived = null };
        return new() { Save = [wanted], Say = [.. IncidentSayings.Refreshed(turn.Incident, wanted, turn.Now)] };
    }

    private static Postmortem New(ChatEvent said, Incident incident) => new() { Incident = incident.Id, StartedBy = said.By, StartedAt = said.At };

    private static Decision Begin(ReviewTurn turn)
    {
        var asked = AskQuestion.Decide(turn, Interview.Plan[0]);
        var begun = turn with { Review = (Postmortem)asked.Save[0] };
        Saying[] pointer = begun.Forum.Room is RoomKind.Thread && begun.Pointer(ReviewCards.Begun(turn.Incident)) is { } begins ? [begins] : [];
        return new Decision { Record = [turn.Entry(ReviewCards.StartedEntry)], Say = [begun.Head, .. pointer] }.And(asked).And(Told(turn, null));
    }

    private static Decision Continue(ReviewTurn turn)
    {
        if (turn.Review.Standing is not { } question) return turn.IsHome ? DraftPostmortem.Decide(turn) : Told(turn, null);
        return new Decision { Say = [turn.Head] }.And(AskQuestion.Decide(turn, question)).And(Told(turn, ReviewCards.Pointer(question)));
    }

    /// <summary>Where it goes on, for people who are not in the thread: to everybody in the room, or to who asked from elsewhere.</summary>
    private static Decision Told(ReviewTurn turn, RichText? inRoom)
    {
        if (!turn.IsHome) return turn.Refuse(ReviewCards.Elsewhere(turn.Incident, turn.Forum));
        return inRoom is null || CardKeys.IsReview(turn.Now.ThreadCard) || turn.Pointer(inRoom) is not { } pointer ? Decision.Nothing : new() { Say = [pointer] };
    }

    /// <summary>With the room gone nothing more can be asked there; what there is can still be had: as a file, or directly when the incident is private.</summary>
    private static Decision WithoutRoom(ReviewTurn turn)
    {
        var draft = Draft.Of(turn);
        return turn.Incident.Private
            ? turn.Refuse(ReviewCards.RoomGoneReadDirectly(turn.Incident)).And(new() { Say = [.. DraftCards.Body(draft).Select(card => new SayDirectly(turn.Said.By.Ref, card))] })
            : new() { Say = [DraftPostmortem.File(turn, draft, turn.Said.Place, ReviewCards.RoomGone(turn.Incident))] };
    }
}
