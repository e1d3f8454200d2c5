using IncidentBot.Tests.Slack.Workspace;
using IncidentBot.Tests.Slack.Workspace.People;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.EndToEnd;

/// <summary>The guided review in its thread: by replies and by buttons, up to the draft.</summary>
internal sealed class Review(SlackScene scene, string room)
{
    private SlackWorkspace Workspace => scene.Workspace;

    /// <summary>Returns the head of the thread.</summary>
    public async Task<Message> TellAsync()
    {
        var head = await scene.HearsAsync(room, "Postmortem review");
        await StandsAsync(head, "Summary");
        var summary = await AnsweredAsync(scene.Ana, head, "A new build could not read old payment tokens.");
        scene.Ana.Edit(summary, "A new build of checkout-api could not read old payment tokens.");
        scene.Ana.Reply(head, "next");
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
        await PressAsync(head, scene.Ana, "Skip", then: "What didn't go so well?");
        await PressAsync(head, scene.Ana, "Skip", then: "Where did we get lucky?");
        await AnsweredAsync(scene.Chidi, head, "It was Sunday; on a Friday ten times as many pay.");
        await PressAsync(head, scene.Ana, "Next", then: "Action items");
        await AnsweredAsync(scene.Dana, head, "Read both token formats for one release @dana p1 due in 2 weeks");
        scene.Ana.Reply(head, "done");
        return head;
    }

    private async Task<Message> AnsweredAsync(SlackPerson by, Message head, string text)
    {
        var reply = by.Reply(head, text);
        await Workspace.UntilAsync(() => reply.Reactions.Count == 1 || head.Replies.Any(other => other.IsByBot && other.Words.Contains(text[..20], StringComparison.Ordinal)), $"“{text}” is taken as an answer");
        return reply;
    }

    private async Task PressAsync(Message head, SlackPerson by, string button, string then)
    {
        var question = await Workspace.EventuallyAsync(() => Questions(head) is [.., var last] ? last : null, "a question with buttons");
        await by.PressAsync(question, button);
        await StandsAsync(head, then);
    }

    private Task<Message> StandsAsync(Message head, string question) => Workspace.EventuallyAsync(
        () => Questions(head) is [.., var last] && last.Words.Contains($"of 10 · {question}", StringComparison.Ordinal) ? last : null, $"the question {question} stands");

    private static IReadOnlyList<Message> Questions(Message head) => [.. head.Replies.Where(reply => reply.IsByBot && reply.Words.Contains("of 10 ·", StringComparison.Ordinal) && reply.Buttons.Count > 0)];
}
