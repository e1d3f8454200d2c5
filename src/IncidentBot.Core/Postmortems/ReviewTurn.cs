using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Postmortems;

/// <summary>What the use cases of a review decide from: what was said, and how the review stands.</summary>
public sealed record ReviewTurn(ChatEvent Said, Incident Incident, Postmortem Review, Situation Now)
{
    /// <summary>Decides where there is a review; else says what to do.</summary>
    public static Decision With(ChatEvent said, Situation now, Func<ReviewTurn, Decision> decide) => now switch
    {
        { Incident: null } => Decision.Refuse(said, ReviewCards.NoIncident(now.CommandPrefix)),
        { Incident: { } incident, Postmortem: null } => Decision.Refuse(said, ReviewCards.NotStarted(incident, now.CommandPrefix)),
        { Incident: { } incident, Postmortem: { } review } => decide(new(said, incident, review, now)),
    };

    public Place Room => Incident.Room ?? Incident.DeclaredIn;

    public ReviewForum Forum => ReviewForum.Of(Incident, Now);

    /// <summary>It was said to the incident's people, in the room or in the review.</summary>
    public bool IsHome => Now.IsHome(Incident, Said);

    /// <summary>The card under which the review is held; null where it is held in the room itself.</summary>
    public string? Thread => Forum.HasThread ? CardKeys.Review(Incident.Id) : null;

    public Say InThread(Card card, string? key = null) => new(Room, card, key) { Under = Thread };

    /// <summary>The head of the thread, as the review stands now. A thread has no thread in it: beside one, the head is a message of the channel.</summary>
    public Say Head => new(Room.Top, ReviewCards.Head(Incident, Review, Forum), CardKeys.Review(Incident.Id));

    /// <summary>A line to the room that points at the review; null where the review is held there.</summary>
    public Say? Pointer(RichText line) => Forum.Room switch
    {
        RoomKind.Channel or RoomKind.None => new(Room, Card.Of(line)),
        RoomKind.Thread => new(Room, Card.Of(line)) { Link = new(CardKeys.Review(Incident.Id), ReviewCards.ToTheReview) },
        RoomKind.Chat => null,
    };

    /// <summary>The standing question's card, as the review stands now.</summary>
    public IEnumerable<Saying> StandingCard(bool update) => Review.Standing is { } question
        ? [InThread(ReviewCards.Question(this, question), CardKeys.Question(Incident.Id, Review.Askings.Count)) with { OnlyUpdate = update }]
        : [];

    /// <summary>The last question's card without its buttons: it is passed.</summary>
    public IEnumerable<Saying> PassedCard => Review.Standing is { } question
        ? [InThread(ReviewCards.Passed(question, this), CardKeys.Question(Incident.Id, Review.Askings.Count)) with { OnlyUpdate = true }]
        : [];

    /// <summary>The status on the draft that was posted last.</summary>
    public IEnumerable<Saying> DraftHead => Review.Drafts > 0
        ? [InThread(DraftCards.Head(Incident, Review, Now.CommandPrefix), CardKeys.Draft(Incident.Id, Review.Drafts)) with { OnlyUpdate = true }]
        : [];

    /// <summary>Named before a draft and a publication, which go on all the same.</summary>
    public IEnumerable<Saying> UnsettledLuck => LuckCards.Unsettled(Now.Luck, Now.CommandPrefix) is { } line ? [InThread(Card.Of(line))] : [];

    public Decision Refuse(RichText sentence) => Decision.Refuse(Said, sentence);

    /// <summary>The review with changed answers. Where it had been approved, the approvals are void and are asked for again; a published one goes on as its next version.</summary>
    public Decision Changed(Postmortem changed, params IEnumerable<Saying> say) =>
        new Decision { Say = [.. say] }.And(Changed(changed, [.. Interview.Differing(Review, changed).Select(DraftContent.PartOf)]));

    /// <summary>The same after a change of these parts.</summary>
    public Decision Changed(Postmortem changed, IReadOnlyList<DraftPart> parts)
    {
        var reopened = this with { Review = AskAgain.Of(changed, parts) };
        return new() { Save = [reopened.Review], Say = [.. AskAgain.Said(reopened, Review)] };
    }

    /// <summary>An entry on the incident's timeline: the postmortem's milestones belong there, what is said in the review does not.</summary>
    public TimelineEntry Entry(string text) => new()
    {
        Id = $"review:v{Review.Version.ToString(CultureInfo.InvariantCulture)}",
        Incident = Incident.Id,
        Kind = EntryKind.Review,
        At = Said.At,
        By = Said.By,
        Text = text,
        AfterResolution = true,
    };
}
