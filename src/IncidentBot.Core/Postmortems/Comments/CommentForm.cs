using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Postmortems.Comments;

/// <summary>A comment by a form: section and text. It is the way where there are no threads, and for who would rather choose than write the section.</summary>
public static class CommentForm
{
    public const string Section = "section";
    public const string Text = "text";
    public const string Whole = "whole";

    public static FormUse Use { get; } = new(
        ReviewButton.Comment,
        (_, now) => now is { Incident: { } incident, Postmortem.DraftedAt: not null } ? CommentCards.Form(incident) : null,
        (submitted, _) => TextOf(submitted).Length == 0 ? new Dictionary<string, string> { [Text] = CommentCards.Empty } : new Dictionary<string, string>(),
        Decide)
    {
        ForTheRecord = true,
        Needs = (place, context) => new() { Incident = IncidentId.TryParse(place.Channel.Workspace, context), Postmortem = true },
    };

    /// <summary>A press that opened no form: there is no draft.</summary>
    public static Decision NotOpened(ButtonPressed pressed, Situation now) => ReviewTurn.With(pressed, now, turn => turn.Refuse(ReviewCards.NoDraftYet(turn.Forum)));

    private static Decision Decide(FormSubmitted submitted, Situation now) => ReviewTurn.With(submitted, now, turn =>
    {
        var section = Enum.TryParse<QuestionKind>(submitted.Values.GetValueOrDefault(Section, Whole), out var chosen) ? chosen : (QuestionKind?)null;
        return GiveComment.Given(turn, new(turn.Review.CommentsGiven + 1, section, TextOf(submitted), submitted.By, submitted.At, null));
    });

    private static string TextOf(FormSubmitted submitted) => submitted.Values.GetValueOrDefault(Text, "").Trim();
}
