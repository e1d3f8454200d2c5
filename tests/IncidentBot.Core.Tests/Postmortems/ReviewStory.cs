using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;

namespace IncidentBot.Core.Tests.Postmortems;

/// <summary>A resolved incident in whose room the story goes on.</summary>
public static class ReviewStory
{
    public static async Task<Story> Of(Incident? incident = null)
    {
        var story = new Story { Room = Some.Room };
        await story.Has((incident ?? Some.Incident(IncidentStatus.Resolved)) with { Version = 0 });
        return story;
    }

    /// <summary>The same with its review started.</summary>
    public static async Task<Story> Started(Incident? incident = null)
    {
        var story = await Of(incident);
        await story.Says("ana", "/incident postmortem");
        return story;
    }

    /// <summary>The same with its draft posted.</summary>
    public static async Task<Story> Drafted(Incident? incident = null)
    {
        var story = await Started(incident);
        await story.Replies("ana", "done");
        return story;
    }

    /// <summary>A reply in the review's thread.</summary>
    public static async Task<MessageRef> Replies(this Story story, string who, string text)
    {
        story.Time.Advance(TimeSpan.FromSeconds(10));
        return await story.Says(who, text, await story.MessageOf(CardKeys.Review(Some.IncidentId)));
    }

    /// <summary>Steers to a question, as people do: by word.</summary>
    public static async Task GoesTo(this Story story, QuestionKind question)
    {
        while (await story.Standing() is { } standing && standing != question) await story.Replies("ana", standing < question ? "next" : "back");
    }

    public static async Task<Postmortem> Review(this Story story) => await story.Store.Postmortems.FindAsync(Some.IncidentId, CancellationToken.None) ?? throw new InvalidOperationException("No review was started.");

    public static async Task<Incident> Incident(this Story story) => await story.Store.Incidents.FindAsync(Some.IncidentId, CancellationToken.None) ?? throw new InvalidOperationException("There is no incident.");

    public static async Task<QuestionKind?> Standing(this Story story) => (await story.Review()).Standing;

    public static async Task<IEnumerable<string>> Answers(this Story story, QuestionKind question) => (await story.Review()).AnswersTo(question).Select(answer => $"{answer.By.Name}: {answer.Text}");

    /// <summary>The Markdown file that was posted last.</summary>
    public static string LastFile(this Story story) => story.Chat.Files[^1].Content;
}
