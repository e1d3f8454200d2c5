using IncidentBot.Tests.Teams.Workspace;
using IncidentBot.Tests.Teams.Workspace.People;
using IncidentBot.Tests.Teams.Workspace.State;
using Xunit;

namespace IncidentBot.Tests.Teams.EndToEnd;

/// <summary>The guided review in a post of its own: by replies and by buttons, up to the draft.</summary>
internal sealed class ChannelReview(TeamsScene scene, Message room)
{
    private TeamsWorkspace Teams => scene.Teams;

    /// <summary>Returns the head of the review's thread.</summary>
    public async Task<Message> TellAsync()
    {
        var head = await scene.HearsAsync("incidents", "Postmortem review", message => message.IsRoot);
        Assert.NotEqual(room.Id, head.Id);
        await StandsAsync(head, "Summary");
        Assert.Contains(head.Id, room.Replies.Append(room).Select(message => message.Attachments.ToJsonString()).Aggregate(string.Concat), StringComparison.Ordinal); // linked
        var summary = await AnsweredAsync(scene.Ana, head, "A new build could not read old payment tokens.");
        scene.Ana.Edits(summary, "A new build of checkout-api could not read old payment tokens.");
        scene.Ana.Replies(head, "next");
        await StandsAsync(head, "Impact");
        await AnsweredAsync(scene.Ben, head, "37 % of payments failed.");
        await AnsweredAsync(scene.Chidi, head, "Support answered 14 tickets.");
        await PressAsync(head, scene.Chidi, "Next", then: "Root causes");
        await AnsweredAsync(scene.Dana, head, "The token format changed in one release.");
        await PressAsync(head, scene.Ana, "Next", then: "Trigger");
        await PressAsync(head, scene.Ana, "Use 1", then: "Trigger");
        await PressAsync(head, scene.Ana, "Next", then: "Resolution");
        await PressAsync(head, scene.Ana, "Skip", then: "Detection");
        await PressAsync(head, scene.Ben, "Back", then: "Resolution");
        await PressAsync(head, scene.Ben, "Next", then: "Detection");
        await PressAsync(head, scene.Ben, "Use 1", then: "Detection");
        await PressAsync(head, scene.Ben, "Next", then: "What went well?");
        await FillAsync(head, scene.Ben, "The rollback took two minutes.");
        await PressAsync(head, scene.Ana, "Next", then: "What didn't go so well?");
        await PressAsync(head, scene.Ana, "Skip", then: "Where did we get lucky?");
        await AnsweredAsync(scene.Chidi, head, "It was Sunday; on a Friday ten times as many pay.");
        await PressAsync(head, scene.Ana, "Next", then: "Action items");
        await AnsweredAsync(scene.Dana, head, "Read both token formats for one release @dana p1 due in 2 weeks");
        scene.Ana.Replies(head, "done");
        return head;
    }

    private async Task<Message> AnsweredAsync(TeamsPerson by, Message head, string text)
    {
        var reply = by.Replies(head, text);
        await Teams.UntilAsync(() => reply.Reactions.Count == 1 || head.Replies.Any(other => other.IsByBot && other.Words.Contains(text[..20], StringComparison.Ordinal)), $"“{text}” is taken as an answer");
        return reply;
    }

    private async Task PressAsync(Message head, TeamsPerson by, string button, string then)
    {
        var question = await LastQuestionAsync(head);
        await by.PressAsync(question, button);
        await StandsAsync(head, then);
    }

    private async Task FillAsync(Message head, TeamsPerson by, string answer)
    {
        var opened = await by.PressAsync(await LastQuestionAsync(head), "Answer in a form");
        Assert.Null((await by.SubmitAsync(opened.Dialog!, ((string)opened.Dialog!.Inputs[0]["id"]!, answer))).Dialog);
        await scene.HearsUnderAsync(head, answer);
    }

    private Task<Message> LastQuestionAsync(Message head) => Teams.EventuallyAsync(() => Questions(head) is [.., var last] ? last : null, "a question with buttons");

    private Task<Message> StandsAsync(Message head, string question) => Teams.EventuallyAsync(
        () => Questions(head) is [.., var last] && last.Words.Contains($"of 10 · {question}", StringComparison.Ordinal) ? last : null, $"the question {question} stands");

    private static IReadOnlyList<Message> Questions(Message head) => [.. head.Replies.Where(reply => reply.IsByBot && reply.Words.Contains("of 10 ·", StringComparison.Ordinal) && reply.Buttons.Count > 0)];
}
