using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>The words of the form that answers a question.</summary>
public static class AnswerFormCards
{
    public static Form Form(string context, QuestionKind question) => new(
        ReviewButton.Answer,
        QuestionCards.Heading(question),
        "Answer",
        context,
        [new TextField(AnswerForm.Text, "Your answer") { Required = true, Multiline = true, Hint = QuestionCards.Guidance(question, ReviewForum.Form).ToPlainText() }]);

    public static string Empty => "Write an answer, or close the form and skip the question.";
}
