using System.Text.RegularExpressions;
using IncidentBot.Tests.Slack.Workspace;
using IncidentBot.Tests.Slack.Workspace.People;
using IncidentBot.Tests.Slack.Workspace.State;
using Xunit;

namespace IncidentBot.Tests.Slack.EndToEnd;

/// <summary>What comes after an incident, as a team lives through it in Slack: the review with comments and approvals, two versions, action items up to the last one.</summary>
internal sealed partial class FollowThrough(SlackScene scene)
{
    private const string Alert = "Alert on slow searches";
    private string _room = "";
    private Message? _review;

    private SlackWorkspace Workspace => scene.Workspace;

    private SlackPerson Ana => scene.Ana;

    private SlackPerson Ben => scene.Ben;

    private SlackPerson Chidi => scene.Chidi;

    private SlackPerson Dana => scene.Dana;

    public async Task TellAsync()
    {
        _room = await scene.DeclareAsync(Ana, "search is slow sev3");
        await Ana.CommandAsync(_room, "resolve the index was rebuilt");
        await Ana.PressAsync(await Workspace.EventuallyAsync(() => Workspace.Messages(_room).FirstOrDefault(message => message.IsPinned && HasButton(message, "Start the postmortem")), "the review is offered"), "Start the postmortem");
        _review = await scene.HearsAsync(_room, "Postmortem review");
        var impact = await AnswerAsync();
        await CommentAsync();
        await ApproveAsync();
        await Ana.CommandAsync(_room, "postmortem publish");
        var announced = await scene.HearsAsync("incidents", "Version", message => IsPublished(message) && message.Words.Contains("1, published", StringComparison.Ordinal));
        await ReviseAsync(impact, announced);
        await FollowUpAsync();
    }

    private async Task<Message> AnswerAsync()
    {
        await SayAsync("Summary", Ana, "Search was slow for an hour.");
        var impact = await SayAsync("Impact", Ana, "Searches took longer.");
        var blaming = await SayAsync("Root causes", Ana, "@ben forgot to rebuild the index");
        await scene.WhisperedAsync(Ana, _room, "Only you see this");
        Ana.Edit(blaming, "The rebuild is a step of its own, and nothing asks for it.");
        foreach (var skipped in new[] { "Trigger", "Resolution", "Detection", "What went well?", "What didn't go so well?" }) await SayAsync(skipped, Ana, "skip", then: null);
        await SayAsync("Where did we get lucky?", Ben, "It was Sunday, when few people search.", then: null);
        var luck = await RepliedAsync("It was Sunday", message => HasButton(message, "Make it a safeguard…"));
        await Ben.PressAsync(luck, "Make it a safeguard…");
        Assert.Empty(await Ben.SubmitAsync(await scene.ViewAsync(Ben), ("text", "Rebuild the index as a part of the deploy"), ("owner", "ana")));
        await RepliedAsync("becomes a safeguard");
        Reply(Ana, "next");
        await SayAsync("Action items", Ben, $"{Alert} @ben", then: "done");
        await RepliedAsync("Postmortem · INC-", message => HasButton(message, "Comment…"));
        return impact;
    }

    private async Task CommentAsync()
    {
        await Ana.CommandAsync(_room, "postmortem review @ben @chidi");
        await DirectlyAsync(Ben, "asks you to review the postmortem");
        Reply(Chidi, "Impact: how much longer?");
        var comment = await RepliedAsync("on Impact", message => HasButton(message, "Resolve"));
        await DirectlyAsync(Ana, "how much longer?");
        await RepliedAsync("Open comments");
        await Chidi.CommandAsync(_room, "postmortem approve");
        await scene.WhisperedAsync(Chidi, _room, "that nobody has resolved: Impact");
        await Ana.PressAsync(comment, "Resolve");
        await DirectlyAsync(Chidi, "resolved your comment");
    }

    private async Task ApproveAsync()
    {
        await Ben.PressAsync(await DirectlyAsync(Ben, "asks you to review the postmortem"), "Approve");
        await RepliedAsync("Still to come");
        await Chidi.CommandAsync(_room, "postmortem approve");
        await RepliedAsync("Status", message => message.Words.Contains("Reviewed", StringComparison.Ordinal) && HasButton(message, "Publish"));
    }

    private async Task ReviseAsync(Message impact, Message announced)
    {
        Ana.Edit(impact, "Searches took nine seconds instead of one.");
        await RepliedAsync("version 2 is In Writing now");
        var asked = Ben.Direct.Count;
        await Ana.CommandAsync(_room, "postmortem review");
        await Workspace.UntilAsync(() => Ben.Direct.Skip(asked).Any(message => message.Words.Contains("asks you to review", StringComparison.Ordinal)), "ben is asked for the second version");
        await ApproveAsync();
        await Ana.CommandAsync(_room, "postmortem publish");
        await Workspace.UntilAsync(() => announced.Words.Contains("Impact changed", StringComparison.Ordinal), "the announcement that stands tells of version 2");
        Assert.Single(Workspace.Messages("incidents"), IsPublished);
        var second = await FileAsync("published version 2", ".md");
        Assert.Contains("### Changes since version 1", second, StringComparison.Ordinal);
        Assert.Contains("  - now: Searches took nine seconds instead of one.", second, StringComparison.Ordinal);
        await Dana.CommandAsync(_room, "postmortem version 1");
        var first = await FileAsync("Version 1", "-v1.md");
        Assert.Contains("Searches took longer.", first, StringComparison.Ordinal);
        Assert.DoesNotContain("forgot", first, StringComparison.Ordinal);
    }

    private async Task FollowUpAsync()
    {
        var reminder = await Workspace.EventuallyAsync(() => Ana.Direct.LastOrDefault(message => message.Words.Contains("Rebuild the index", StringComparison.Ordinal) && HasButton(message, "Hand over…")), "ana is reminded of the safeguard");
        var label = Label().Match(reminder.Words).Value;
        await Ana.PressAsync(reminder, "Hand over…");
        Assert.Empty(await Ana.SubmitAsync(await scene.ViewAsync(Ana), ("to", "dana")));
        await DirectlyAsync(Dana, "Rebuild the index");
        await Dana.CommandAsync(_room, $"snooze {label}");
        await scene.WhisperedAsync(Dana, _room, "is snoozed until");
        await Dana.CommandAsync(_room, $"done {label}");
        await scene.HearsAsync(_room, "Rebuild the index", message => message.Words.Contains("done by", StringComparison.Ordinal));
        await RepliedAsync("has its safeguard");
        await EscalateAsync();
    }

    private async Task EscalateAsync()
    {
        await scene.AgesAsync(Alert, TimeSpan.FromDays(30));
        Assert.Contains(Alert, (await DirectlyAsync(Ana, "Could you help?")).Words, StringComparison.Ordinal); // who declared it: nobody leads
        await scene.AgesAsync(Alert, TimeSpan.FromDays(7));
        var asked = await scene.HearsAsync("incidents", "Help wanted with action items", message => message.Words.Contains(Alert, StringComparison.Ordinal));
        await Ana.PressAsync(asked, "Snooze, hand over or drop…");
        Assert.Empty(await Ana.SubmitAsync(await scene.ViewAsync(Ana), ("what", "HandOver"), ("to", "dana")));
        await Dana.PressAsync(await DirectlyAsync(Dana, Alert), "Done");
        await scene.HearsAsync(_room, Alert, message => message.Words.Contains("done by", StringComparison.Ordinal));
    }

    /// <summary>Answers, or steers, while a question stands.</summary>
    private async Task<Message> SayAsync(string question, SlackPerson by, string text, string? then = "next")
    {
        await RepliedAsync($"of 10 · {question}", message => message.Buttons.Count > 0);
        var reply = Reply(by, text);
        await scene.SettlesAsync();
        if (then is not null) Reply(by, then);
        return reply;
    }

    private Message Reply(SlackPerson by, string text) => by.Reply(_review!, text);

    private Task<Message> RepliedAsync(string words, Func<Message, bool>? which = null) => Workspace.EventuallyAsync(
        () => _review!.Replies.LastOrDefault(reply => reply.IsByBot && reply.Words.Contains(words, StringComparison.Ordinal) && (which?.Invoke(reply) ?? true)), $"“{words}” is said in the review");

    private Task<Message> DirectlyAsync(SlackPerson to, string words) => Workspace.EventuallyAsync(() => to.Direct.LastOrDefault(message => message.Words.Contains(words, StringComparison.Ordinal)), $"“{words}” is said to {to.Member.Name}");

    private async Task<string> FileAsync(string comment, string ending) =>
        (await scene.HearsAsync(_room, comment, message => message.Files.Any(file => file.Name.EndsWith(ending, StringComparison.Ordinal)))).Files[0].Text;

    private static bool IsPublished(Message message) => message.Words.Contains("Postmortem published", StringComparison.Ordinal) && message.Words.Contains("search is slow", StringComparison.Ordinal);

    private static bool HasButton(Message message, string label) => message.Buttons.Any(button => (string?)button["text"]?["text"] == label);

    [GeneratedRegex("A-[0-9]+")]
    private static partial Regex Label();
}
