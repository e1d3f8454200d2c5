using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Masking;

public sealed class SecretStories
{
    private const string Warning = "seems to hold a secret";
    private static readonly string Secret = new SecretMaker(7).Make("github-token");

    [Fact]
    public async Task Who_pastes_a_secret_is_told_alone_to_rotate_it_and_what_was_said_is_kept()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ben", $"try again with {Secret}");
        story.Hears("(GitHub token)");
        Assert.Equal(Some.Ben.Ref, Assert.Single(story.LastHeard).OnlyTo);
        Assert.DoesNotContain(Secret, story.LastHeard[0].Words, StringComparison.Ordinal);
        Assert.Contains(story.Store.Entries, entry => entry.Text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_is_warned_of_once_however_often_it_is_edited()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        var message = await story.Says("ben", $"try again with {Secret}");
        await story.Edits("ben", message, $"try it again with {Secret}");
        story.HearsNothing();
    }

    [Fact]
    public async Task A_secret_that_an_edit_brings_in_is_warned_of()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        var message = await story.Says("ben", "try again with the token");
        await story.Edits("ben", message, $"try again with {Secret}");
        story.Hears(Warning);
    }

    [Fact]
    public async Task An_answer_of_the_review_is_warned_of_once()
    {
        var story = await ReviewStory.Started();
        var answer = await story.Replies("ana", $"the deploy ran with {Secret}");
        story.Hears(Warning);
        await story.Edits("ana", answer, $"the deploy job ran with {Secret}");
        story.HearsNot(Warning);
    }

    [Fact]
    public async Task A_secret_in_a_command_is_warned_of()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ana", $"/incident note rotated {Secret}");
        story.Hears(Warning);
    }

    [Fact]
    public async Task The_warning_can_be_switched_off()
    {
        var story = new Story(Some.Settings with { WarnOfSecrets = false });
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ben", $"try again with {Secret}");
        story.HearsNothing();
    }

    [Fact]
    public async Task The_whole_timeline_as_a_file_is_masked()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        var message = await story.Says("ben", $"try again with {Secret}");
        await story.Edits("ben", message, "try again with the token");
        await story.Says("ana", "/incident timeline all");
        Assert.DoesNotContain(Secret, story.LastFile(), StringComparison.Ordinal);
        Assert.Contains("masked: GitHub token", story.LastFile(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/incident detection at 13:58 alert {0}")]
    [InlineData("/incident milestone detected at 13:58 alert {0}")]
    public async Task A_secret_is_not_cut_in_half_by_the_evidence(string command)
    {
        var secret = new SecretMaker(7).Make("jwt");
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ana", string.Format(System.Globalization.CultureInfo.InvariantCulture, command, secret));
        var evidence = (await story.Store.Incidents.FindAsync(Some.IncidentId, CancellationToken.None))!.Reached(MilestoneKind.Detected)!.Evidence;
        Assert.DoesNotContain(secret[..20], evidence, StringComparison.Ordinal);
        Assert.Contains("[masked: JSON web token]", evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_of_a_draft_is_masked_as_the_draft()
    {
        var story = await ReviewStory.Started();
        await story.Says("ana", $"/incident title push with {Secret} fails");
        await story.Replies("ana", "pushes failed");
        await story.GoesTo(QuestionKind.ActionItems);
        await story.Replies("ana", "done");
        story.Hears("[masked: GitHub token]");
        Assert.DoesNotContain(story.LastHeard, heard => heard.Words.Contains("Postmortem · ", StringComparison.Ordinal) && heard.Words.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_is_masked_and_says_how_often()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", $"the deploy ran with {Secret}");
        await story.GoesTo(QuestionKind.ActionItems);
        await story.Replies("ana", $"Rotate {Secret}");
        await story.Replies("ana", "done");
        Assert.DoesNotContain(Secret, story.LastFile(), StringComparison.Ordinal);
        Assert.Contains("1 secret was masked", story.LastFile(), StringComparison.Ordinal);
        Assert.Contains(story.LastHeard, heard => heard.Words.Contains("1 secret was masked", StringComparison.Ordinal));
        Assert.DoesNotContain(story.LastHeard, heard => heard.Words.Contains(Secret, StringComparison.Ordinal));
    }
}
