using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Postmortems.Drafts;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Timeline;

public sealed class LinkStories
{
    [Fact]
    public async Task Every_message_of_a_timeline_file_can_be_opened()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        var message = await story.Says("ana", "seeing 500s");
        await story.Says("ana", "/incident timeline all");
        var file = story.Chat.Files[^1].Content;
        Assert.Contains($"[14:00]({story.Chat.LinkTo(message, null)}) **ana** seeing 500s", file, StringComparison.Ordinal);
        Assert.Contains("- 14:00 **ana** ", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answers_of_a_draft_lead_back_to_the_review()
    {
        var story = await ReviewStory.Started();
        var answer = await story.Replies("ana", "checkout failed");
        await story.Replies("ana", "done");
        Assert.Contains($"checkout failed — *ana* ([message]({story.Chat.LinkTo(answer, null)}))", story.LastFile(), StringComparison.Ordinal);
        Assert.Contains(story.LastHeard, heard => heard.Words.Contains("checkout failed — ana message", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reply_is_linked_in_its_thread()
    {
        var head = Some.Message("head");
        var links = new DraftLinks(Some.Situation() with { LinkTo = (message, thread) => $"https://chat.example/{message.Id}?thread={thread}", ReviewHead = head, Timeline = [Some.Entry(id: "m1") with { Thread = "prompt" }] });
        Assert.Equal("https://chat.example/r1?thread=head", links.To(SomeDraft.Answer(QuestionKind.Summary, "text", id: "r1")));
        Assert.Equal("https://chat.example/m1?thread=prompt", links.To(new Fact(FactKind.Trigger, "release", Some.Ana, Some.Time, Some.Message("m1"))));
        Assert.Null(links.To(new Fact(FactKind.Trigger, "release", Some.Ana, Some.Time)));
    }
}
