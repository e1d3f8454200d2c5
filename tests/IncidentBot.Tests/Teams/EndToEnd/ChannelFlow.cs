using System.Globalization;
using IncidentBot.Tests.Slack.EndToEnd;
using IncidentBot.Tests.Teams.Workspace;
using IncidentBot.Tests.Teams.Workspace.People;
using IncidentBot.Tests.Teams.Workspace.State;
using Xunit;

namespace IncidentBot.Tests.Teams.EndToEnd;

/// <summary>The one flow of the product, as a team lives through it in a channel.</summary>
internal sealed class ChannelFlow(TeamsScene scene)
{
    /// <summary>What stands in the room at the end, with words of each that nothing else has.</summary>
    private readonly Dictionary<Message, string> _said = [];
    private Message? _card;

    private TeamsWorkspace Teams => scene.Teams;

    private Message Card => _card!;

    private TeamsPerson Ana => scene.Ana;

    private TeamsPerson Ben => scene.Ben;

    private TeamsPerson Chidi => scene.Chidi;

    private TeamsPerson Dana => scene.Dana;

    public async Task TellAsync()
    {
        await DeclareAsync();
        await TalkAsync();
        await AnswerThePromptsAsync();
        await GatherActionItemsAsync();
        await ResolveAsync();
        var review = await new ChannelReview(scene, Card).TellAsync();
        await DraftStandsAsync(review);
        await Teams.UntilAsync(() => Ben.Direct.Any(message => message.IsByBot && message.Words.Contains("Alert on the payment error rate", StringComparison.Ordinal)), "ben is reminded of his action item");
        await DoneFromTheReminderAsync();
        Teams.HasNoViolations();
    }

    private async Task DeclareAsync()
    {
        _card = await scene.DeclareAsync(Ana, "checkout is failing sev2 service:checkout");
        await scene.SettlesAsync();
        Assert.True(Card.IsRoot);
        Assert.Contains("checkout is failing", Card.Words, StringComparison.Ordinal);
        Assert.Contains("SEV2", Card.Words, StringComparison.Ordinal);
        Assert.Single(Teams.Messages("incidents"), message => message.IsByBot && message.HasButton("Take command") && message.Words.Contains("checkout is failing", StringComparison.Ordinal));
        await Ana.PressAsync(Card, "Take command");
        await scene.ShowsAsync(Card, "Ana Sousa");
        Assert.False(Card.HasButton("Take command"));
    }

    private async Task TalkAsync()
    {
        var rate = Say(Ben, "Error rate on payment is at 37 % & rising, it was < 1 % before 14:00 UTC.", "Error rate on payment is at 37 %");
        Ana.Reacts(rate, "1f4cc_pushpin");
        var wrong = Say(Chidi, "Looks like the card provider, @ben.", "Looked like the card provider");
        Say(Chidi, "No: their page is green, see https://status.example.com/cards", "their page is green");
        Chidi.Edits(wrong, "Looked like the card provider, but it isn't.");
        Add(Dana.Replies(Card, "the numbers", "errors.csv"), "the numbers");
        var back = Say(Dana, "I roll back now", "I roll back now");
        await scene.SettlesAsync();
        await Chosen.AddToTimelineAsync(Ana, back);
        var oops = Say(Dana, "password hunter2, oops wrong paste", "");
        Dana.Deletes(oops);
        _said.Remove(oops);
        var kept = Say(Ben, "an idea that came back", "an idea that came back");
        Ben.Deletes(kept);
        Ben.Undeletes(kept);
        await scene.SettlesAsync();
    }

    private async Task AnswerThePromptsAsync()
    {
        var prompt = await scene.HearsUnderAsync(Card, "What set it off?");
        Say(Ben, "no idea yet what set it off", "no idea yet what set it off"); // talk, not an answer
        var opened = await Dana.PressAsync(prompt, "Answer…");
        Assert.NotNull(opened.Dialog);
        Assert.Null((await Dana.SubmitAsync(opened.Dialog, ("text", "Deploy of checkout-api 4711"), ("at", "12m ago"))).Dialog);
        await Teams.UntilAsync(() => prompt.Words.Contains("answered by Dana", StringComparison.Ordinal) && prompt.Buttons.Count == 0, "the prompt shows the answer");
        Say(Chidi, "@IncidentBot detection at 8m ago Two customers told support", ""); // the message, and the fact that it records
        await scene.ShowsAsync(Card, "Two customers told support");
        Assert.Contains("Deploy of checkout-api 4711", Card.Words, StringComparison.Ordinal);
    }

    private async Task GatherActionItemsAsync()
    {
        Say(Ana, "@IncidentBot action Alert on the payment error rate @ben p0 due in 3 days https://tickets.example.com/PAY-812", "");
        var alert = await scene.HearsUnderAsync(Card, "Alert on the payment error rate");
        Assert.Contains("Ben Okafor", alert.Words, StringComparison.Ordinal);
        var opened = await Dana.ChoosesAsync(_said.Keys.First(message => message.By == Dana.Member), "action.from-message", fetches: true);
        Assert.NotNull(opened.Dialog);
        var refused = await Dana.SubmitAsync(opened.Dialog, ("text", "Show those figures on a dashboard"), ("due", "some day"), ("owner", "dana"));
        Assert.NotNull(refused.Dialog); // with what was wrong, and what was filled in
        Assert.Null((await Dana.SubmitAsync(refused.Dialog, ("due", "in 2 weeks"))).Dialog);
        await scene.HearsUnderAsync(Card, "Show those figures on a dashboard");
    }

    private async Task ResolveAsync()
    {
        Say(Dana, "@IncidentBot resolve rolled back 4711", "");
        await scene.ShowsAsync(Card, "Resolved");
        Say(Ben, "said after the resolution", "said after the resolution");
        await Teams.UntilAsync(() => Card.HasButton("Start the postmortem"), "the review is offered");
        await Ana.PressAsync(Card, "Start the postmortem");
    }

    private async Task DraftStandsAsync(Message review)
    {
        var offered = await Teams.EventuallyAsync(() => review.Replies.FirstOrDefault(reply => TeamsScene.Download(reply) is not null), "the Markdown file");
        var draft = new DraftText(await scene.DownloadAsync(offered));
        Assert.EndsWith(".md", new Uri(TeamsScene.Download(offered)!).AbsolutePath, StringComparison.Ordinal);
        draft.HasAllSections("checkout is failing");
        draft.HasEachOnce(_said.Values.Where(words => words.Length > 0));
        draft.HasNone(["hunter2", "29:1", "<at>"]);
        draft.IsComplete(_said.Count);
        draft.Marks("I roll back now");
        draft.Marks("Error rate on payment is at 37 %");
        Assert.Contains(review.Replies, reply => reply.Card?["body"]?.ToJsonString().Contains("\"Table\"", StringComparison.Ordinal) == true);
    }

    private async Task DoneFromTheReminderAsync()
    {
        var reminder = Ben.Direct.Last(message => message.IsByBot && message.Words.Contains("Alert on the payment error rate", StringComparison.Ordinal));
        await Ben.PressAsync(reminder, (string)reminder.Buttons.First(button => (string?)button["type"] == "Action.Execute")["title"]!);
        await Teams.UntilAsync(() => Teams.Messages("incidents").Any(message => message.IsByBot && message.Words.Contains("done by", StringComparison.Ordinal)), "the item's card says that it is done");
    }

    private Message Say(TeamsPerson who, string text, string words) => Add(who.Replies(Card, text), words);

    private Message Add(Message message, string words)
    {
        _said.Add(message, words);
        return message;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_said.Count} messages in the room");
}
