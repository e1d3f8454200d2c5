using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Comments;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Comments;

public sealed class CommentSectionTests
{
    [Theory]
    [InlineData("Impact: numbers are missing", QuestionKind.Impact)]
    [InlineData("impact numbers are missing", QuestionKind.Impact)]
    [InlineData("root causes - add the cold cache", QuestionKind.RootCauses)]
    [InlineData("Root cause: add the cold cache", QuestionKind.RootCauses)]
    [InlineData("Cause – add the cold cache", QuestionKind.RootCauses)]
    [InlineData("What went well? The rollback too", QuestionKind.WentWell)]
    [InlineData("went well: the rollback too", QuestionKind.WentWell)]
    [InlineData("What didn’t go so well: paging", QuestionKind.DidntGoWell)]
    [InlineData("didn't go well: paging", QuestionKind.DidntGoWell)]
    [InlineData("Luck: it was a Sunday", QuestionKind.GotLucky)]
    [InlineData("Where did we get lucky? It was a Sunday", QuestionKind.GotLucky)]
    [InlineData("action items: one for paging, please", QuestionKind.ActionItems)]
    [InlineData("Detection\nwho called?", QuestionKind.Detection)]
    [InlineData("  SUMMARY: too long", QuestionKind.Summary)]
    public void It_is_read_from_how_the_comment_begins(string text, QuestionKind section) => Assert.Equal(section, CommentSection.Read(text));

    [Theory]
    [InlineData("reads well")]
    [InlineData("Good draft, thank you")]
    [InlineData("Good-looking draft: thank you")]
    [InlineData("Summaries: keep them short")]
    [InlineData("The impact: too vague")]
    [InlineData("actions speak louder - see above")]
    [InlineData("")]
    public void What_begins_otherwise_is_about_the_whole(string text) => Assert.Null(CommentSection.Read(text));
}
