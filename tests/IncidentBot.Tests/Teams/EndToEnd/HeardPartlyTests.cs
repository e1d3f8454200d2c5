using Xunit;

namespace IncidentBot.Tests.Teams.EndToEnd;

/// <summary>Nobody gave the consent to hear everything: the bot says once what it cannot see, and works with what is said to it.</summary>
public sealed class HeardPartlyTests
{
    [Fact]
    public async Task It_is_said_once_and_the_draft_does_not_claim_to_be_whole()
    {
        await using var scene = await TeamsScene.BeginAsync(new() { Consent = false }, "--Incidents:PromptAfter", "7.00:00:00");
        var card = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        scene.Ben.Replies(card, "nobody hears this");
        scene.Ben.Replies(card, "@IncidentBot note this is heard");
        scene.Chidi.Replies(card, "@IncidentBot note and this is heard too");
        await scene.SettlesAsync();

        await scene.HearsUnderAsync(card, "owner");
        var said = Assert.Single(scene.Teams.Messages("incidents"), message => message.IsByBot && message.Words.Contains("mention", StringComparison.OrdinalIgnoreCase) && message.Words.Contains("owner", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(card.Id, said.Root);
        scene.Ana.Replies(card, "@IncidentBot resolve restarted it");
        scene.Ana.Replies(card, "@IncidentBot postmortem");
        var review = await scene.HearsAsync("incidents", "Postmortem review", message => message.IsRoot);
        await scene.SettlesAsync();
        scene.Ana.Replies(review, "@IncidentBot done");
        var draft = await scene.DownloadAsync(await scene.HearsAsync("incidents", "", message => message.Root == review.Id && TeamsScene.Download(message) is not null));
        Assert.Contains("this is heard", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody hears this", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("0 gaps", draft, StringComparison.Ordinal);
        scene.Teams.HasNoViolations();
    }
}
