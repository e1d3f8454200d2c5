using IncidentBot.Tests.Slack.Workspace;
using IncidentBot.Tests.Slack.Workspace.People;
using IncidentBot.Tests.Slack.Workspace.State;
using Xunit;

namespace IncidentBot.Tests.Slack.EndToEnd;

/// <summary>The one flow of the product, as a team lives through it in Slack.</summary>
internal sealed class WholeFlow(SlackScene scene)
{
    /// <summary>What stands in the room at the end, with words of each that nothing else has.</summary>
    private readonly Dictionary<Message, string> _said = [];
    private string _room = "";

    private SlackWorkspace Workspace => scene.Workspace;

    private SlackPerson Ana => scene.Ana;

    private SlackPerson Ben => scene.Ben;

    private SlackPerson Chidi => scene.Chidi;

    private SlackPerson Dana => scene.Dana;

    public async Task TellAsync()
    {
        await DeclareAsync();
        await TalkAsync();
        await AnswerThePromptAsync();
        await GatherActionItemsAsync();
        await OpenHomeAsync();
        await ResolveAsync();
        var review = await new Review(scene, _room).TellAsync();
        await DraftStandsAsync(review);
        await Workspace.UntilAsync(() => Ben.Direct.Any(message => message.Words.Contains("Alert on the payment error rate", StringComparison.Ordinal)), "ben is reminded of his action item");
    }

    private async Task DeclareAsync()
    {
        _room = await scene.DeclareAsync(Ana, "checkout is failing sev2 service:checkout");
        await scene.SettlesAsync();
        var room = Workspace.Channel(_room);
        Assert.Matches(@"^inc-\d+-checkout-is-failing$", _room);
        Assert.Contains("SEV2 · Investigating", room.Topic, StringComparison.Ordinal);
        Assert.Contains("checkout is failing", room.Topic, StringComparison.Ordinal);
        Assert.Single(room.Bookmarks);
        await scene.WhisperedAsync(Ana, "general", $"<#{room.Id}>");
        await scene.HearsAsync("incidents", "checkout is failing");
        await Ana.PressAsync(await scene.LivingCardAsync(_room), "Take command");
        await Workspace.UntilAsync(() => room.Topic.Contains("commander", StringComparison.Ordinal), "the topic names the commander");
    }

    private async Task TalkAsync()
    {
        var rate = Say(Ben, "Error rate on payment is at 37 % & rising, it was < 1 % before 14:00 UTC.", "Error rate on payment is at 37 %");
        Ana.React(rate, "📌");
        var wrong = Say(Chidi, "Looks like the card provider, @ben.", "Looked like the card provider");
        Add(Chidi.Reply(wrong, "No: their page is green, see https://status.example.com/cards"), "their page is green");
        Chidi.Edit(wrong, "Looked like the card provider, but it isn't.");
        Add(Dana.Upload(_room, "errors.csv", "at,count\n14:00,37\n", "the numbers", inThreadOf: rate), "the numbers");
        var back = Add(Dana.Reply(rate, "I roll back now", alsoInChannel: true), "I roll back now");
        await scene.SettlesAsync();
        await Ana.ShortcutAsync(back, "timeline.add");
        var oops = Say(Dana, "password hunter2, oops wrong paste", "");
        Dana.Delete(oops);
        _said.Remove(oops);
        var parent = Say(Ben, "an idea that was wrong", "");
        Add(Ana.Reply(parent, "why do you think so?"), "why do you think so?");
        Ben.Delete(parent);
        _said.Remove(parent);
        Say(Ana, "@incidentbot thank you 🙂", "@IncidentBot thank you");
        await scene.SettlesAsync();
    }

    private async Task AnswerThePromptAsync()
    {
        var prompt = await scene.HearsAsync(_room, "What set it off?");
        Add(Dana.Reply(prompt, "at 12m ago Deploy of checkout-api 4711"), "at 12m ago Deploy");
        await Workspace.UntilAsync(() => prompt.Words.Contains("answered by dana", StringComparison.OrdinalIgnoreCase) && prompt.Buttons.Count == 0, "the prompt shows the answer");
        await Chidi.CommandAsync(_room, "detection at 8m ago Two customers told support");
        await Workspace.UntilAsync(() => scene.LivingCardAsync(_room).Result.Words.Contains("Two customers told support", StringComparison.Ordinal), "the living card knows the detection");
    }

    private async Task GatherActionItemsAsync()
    {
        await Ana.CommandAsync(_room, "action Alert on the payment error rate @ben p0 due in 3 days https://tickets.example.com/PAY-812");
        var alert = await scene.HearsAsync(_room, "Alert on the payment error rate");
        Assert.Contains($"<@{Ben.Id}>", alert.Words, StringComparison.Ordinal);
        await Chidi.CommandAsync(_room, "action");
        var form = await scene.ViewAsync(Chidi);
        var errors = await Chidi.SubmitAsync(form, ("text", "Say in #deploys what goes out"), ("due", "some day"), ("owner", "chidi"));
        Assert.Equal(["due"], errors.Keys);
        Assert.Empty(await Chidi.SubmitAsync(form, ("text", "Say in #deploys what goes out"), ("due", "in 2 weeks"), ("owner", "chidi"), ("priority", "P2")));
        await scene.HearsAsync(_room, "Say in #deploys what goes out");
        await Dana.ShortcutAsync(_said.Keys.First(message => message.By == Dana.Member), "action.from-message");
        var prefilled = await scene.ViewAsync(Dana);
        Assert.Equal("the numbers", (string?)prefilled.Inputs["text"]["element"]!["initial_value"]);
        Assert.Empty(await Dana.SubmitAsync(prefilled, ("text", "Show those figures on a dashboard"), ("owner", "dana")));
        await scene.HearsAsync(_room, "Show those figures on a dashboard");
    }

    private async Task OpenHomeAsync()
    {
        Chidi.OpenHome();
        var home = await Workspace.EventuallyAsync(() => Chidi.Home, "the home tab");
        Assert.Contains("Say in #deploys what goes out", home.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Alert on the payment error rate", home.Words, StringComparison.Ordinal);
        Assert.Contains("checkout is failing", home.Words, StringComparison.Ordinal);
        await Chidi.PressAsync(home, (string)home.Buttons[0]["text"]!["text"]!);
        await Workspace.UntilAsync(() => Workspace.Messages(_room).Any(message => message.IsByBot && message.Words.Contains("done by", StringComparison.Ordinal)), "the item's card says that it is done");
    }

    private async Task ResolveAsync()
    {
        await Dana.CommandAsync(_room, "resolve rolled back 4711");
        await Workspace.UntilAsync(() => Workspace.Channel(_room).Topic.Contains("Resolved", StringComparison.Ordinal), "the topic says that it is resolved");
        Say(Ben, "said after the resolution", "said after the resolution");
        await Workspace.UntilAsync(() => scene.LivingCardAsync(_room).Result.Buttons.Any(button => (string?)button["text"]?["text"] == "Start the postmortem"), "the review is offered");
        await Ana.PressAsync(await scene.LivingCardAsync(_room), "Start the postmortem");
    }

    private async Task DraftStandsAsync(Message review)
    {
        var file = (await Workspace.EventuallyAsync(() => review.Replies.FirstOrDefault(reply => reply.Files.Count > 0), "the Markdown file")).Files[0];
        var draft = new DraftText(file.Text);
        Assert.EndsWith(".md", file.Name, StringComparison.Ordinal);
        draft.HasAllSections("checkout is failing");
        draft.HasEachOnce(_said.Values);
        draft.HasNone(["hunter2", "an idea that was wrong"]);
        draft.IsComplete(_said.Count);
        draft.Marks("I roll back now");
        draft.Marks("Error rate on payment is at 37 %");
        draft.HasNoRawIds();
        var cards = review.Replies.Where(reply => reply.IsByBot).ToList();
        Assert.Contains(cards, card => card.Blocks?.Any(block => (string?)block?["type"] == "table") == true);
    }

    private Message Say(SlackPerson who, string text, string words) => Add(who.Say(_room, text), words);

    private Message Add(Message message, string words)
    {
        _said.Add(message, words);
        return message;
    }
}
