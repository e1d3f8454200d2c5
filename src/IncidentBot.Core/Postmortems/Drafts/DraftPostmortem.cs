using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Slos.Charts;

namespace IncidentBot.Core.Postmortems.Drafts;

/// <summary>Posts the draft in the review's thread, as cards and as a Markdown file. The questions rest from then on.</summary>
public static class DraftPostmortem
{
    public static Decision Decide(ReviewTurn turn)
    {
        var mark = Draft.Of(turn).Mark;
        if (mark == turn.Review.DraftMark) return Unchanged(turn);
        var review = Interview.Ask(turn.Review, null, turn.Said.At) with { DraftedAt = turn.Said.At, Drafts = turn.Review.Drafts + 1, DraftMark = mark, DraftTold = DraftContent.Of(turn), DraftIsOld = false };
        var draft = Draft.Of(turn with { Review = review });
        var pages = DraftCards.Body(draft);
        review = review with { DraftPages = pages.Count, ShownCharts = [.. draft.Charts.Select(chart => chart.Mark)] };
        var drafted = turn with { Review = review };
        return new()
        {
            Save = [review],
            Say =
            [
                .. turn.PassedCard,
                .. Superseded(turn),
                .. turn.UnsettledLuck,
                drafted.InThread(DraftCards.Head(turn.Incident, review, turn.Now.CommandPrefix), CardKeys.Draft(turn.Incident.Id, review.Drafts)),
                .. pages.Select((card, index) => drafted.InThread(card, CardKeys.DraftPage(turn.Incident.Id, review.Drafts, index + 1))),
                .. draft.Charts.Where(chart => !turn.Review.ShownCharts.Contains(chart.Mark)).Select(chart => new PostImage(turn.Room, chart, ChartCards.Comment(chart)) { Under = turn.Thread }),
                File(drafted, draft, turn.Room, DraftCards.FileComment(turn.Incident)) with { Under = turn.Thread },
                .. turn.Review.Drafts == 0 && turn.Pointer(ReviewCards.PointerToDraft(turn.Incident)) is { } pointer ? [pointer] : Array.Empty<Saying>(),
            ],
        };
    }

    public static Upload File(ReviewTurn turn, Draft draft, Place to, RichText comment) => new(to, $"{turn.Incident.Id.Label}-postmortem.md", DraftMarkdown.Of(draft), comment);

    /// <summary>The draft that stands says all of it already: nothing is posted twice.</summary>
    private static Decision Unchanged(ReviewTurn turn)
    {
        var said = turn.Refuse(ReviewCards.DraftStands(turn.Incident, turn.Review, turn.Forum));
        var review = turn.Review with { DraftIsOld = false }; // what had changed reads as before
        return review.Standing is not null ? said with { Save = [Interview.Ask(review, null, turn.Said.At)], Say = [.. turn.PassedCard, .. said.Say] }
            : turn.Review.DraftIsOld ? said with { Save = [review] } : said;
    }

    private static IEnumerable<Say> Superseded(ReviewTurn turn) => turn.Review.Drafts == 0
        ? []
        :
        [
            turn.InThread(Card.Of(DraftCards.Superseded), CardKeys.Draft(turn.Incident.Id, turn.Review.Drafts)) with { OnlyUpdate = true },
            .. Enumerable.Range(1, turn.Review.DraftPages).Select(page => turn.InThread(Card.Of(DraftCards.SupersededPage), CardKeys.DraftPage(turn.Incident.Id, turn.Review.Drafts, page)) with { OnlyUpdate = true }),
        ];
}
