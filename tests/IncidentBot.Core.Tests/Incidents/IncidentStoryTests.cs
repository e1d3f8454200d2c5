using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class IncidentStoryTests
{
    private static readonly string Living = CardKeys.Living(Some.IncidentId);

    [Fact]
    public async Task From_the_declaration_to_the_resolution()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing sev2");
        story.Hears("INC-1 is declared as SEV2");
        story.Hears("#inc-1-checkout-is-failing");
        Assert.Equal(Some.Place("inc-1-checkout-is-failing"), story.Room);
        Assert.Contains("Incident commander: nobody yet", await story.Card(Living), StringComparison.Ordinal);

        await story.Presses("ben", "Take command");
        story.Hears("ben is now incident commander");
        Assert.Contains("Incident commander: @ben", await story.Card(Living), StringComparison.Ordinal);

        story.Time.Advance(TimeSpan.FromMinutes(20));
        await story.Says("ana", "rolling back 4711");
        story.HearsNothing();
        await story.Says("ana", "/incident trigger at 13:50 deploy 4711");
        await story.Says("ana", "/incident detection at 13:58 error rate alert");
        await story.Says("ben", "/incident mitigate");
        await story.Says("ben", "/incident resolve rolled back 4711");
        story.Hears("INC-1 is Resolved");
        story.Hears("TTD (time to detect): 8 minutes");
        story.Hears("TTA (time to acknowledge): 2 minutes");
        story.Hears("TTM (time to mitigate): 30 minutes");
        story.Hears("[Start the postmortem]");
        Assert.Contains("Resolution: rolled back 4711 (ben)", await story.Card(Living), StringComparison.Ordinal);
        Assert.Single(story.Store.Entries, entry => entry.Kind is EntryKind.Message);
    }

    [Fact]
    public async Task The_announcement_is_kept_up_to_date_in_place()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ana", "/incident severity sev1");
        await story.Says("ana", "/incident status identified");
        Assert.Single(story.Chat.Heard, heard => heard.Place == Some.Place("incidents") && !heard.Update);
        var announcement = await story.Card(CardKeys.Announcement(Some.IncidentId));
        Assert.Contains("Severity: SEV1\nStatus: Identified", announcement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_stand_on_the_timeline()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing");
        await story.Says("ana", "/incident severity 2");
        await story.Says("ana", "/incident role scribe @ben");
        await story.Says("ana", "/incident title payments fail");
        await story.Says("ana", "/incident update card payments fail, we are on it");
        await story.Says("ana", "/incident status identified bad deploy");
        await story.Says("ana", "/incident resolve");
        await story.Says("ana", "/incident reopen it is back");
        Assert.Equal(
            ["Declared as SEV3 (assumed): checkout is failing", "Severity SEV3 → SEV2", "ben is scribe", "Title: payments fail (was: checkout is failing)", "Update: card payments fail, we are on it",
             "Investigating → Identified: bad deploy", "Identified → Resolved", "Reopened: it is back"],
            story.Store.Entries.Select(entry => entry.Text));
    }
}
