using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Timeline;

public sealed class CaptureCardsStories
{
    private readonly Story _story = new();

    [Fact]
    public async Task Before_any_check_it_says_that_there_was_none()
    {
        await Talk();
        await _story.Says("ana", "/incident timeline");
        _story.Hears("2 messages captured; not yet held against the room's own history");
        _story.Hears("1 edit, 0 deletions.");
    }

    [Fact]
    public async Task After_a_whole_reading_it_tells_what_was_known_then_and_what_came_since()
    {
        await Talk();
        _story.Time.Advance(TimeSpan.FromMinutes(10));
        await _story.Backfills();
        _story.Time.Advance(TimeSpan.FromMinutes(1));
        await _story.Says("ben", "all quiet");
        await _story.Says("ana", "/incident timeline");
        _story.Hears("2 of 2 messages, 0 gaps, when the room's own history was last read at 2026-11-22 14:10 UTC; 1 more since then.");
    }

    [Fact]
    public async Task What_was_missed_while_the_bot_was_away_is_told_with_its_times()
    {
        await Talk();
        _story.Down = true;
        foreach (var _ in new[] { 1, 2, 3 })
        {
            _story.Time.Advance(TimeSpan.FromMinutes(5));
            await _story.Says("ben", "still failing");
        }
        _story.Down = false;
        _story.Time.Advance(TimeSpan.FromMinutes(10));
        await _story.Backfills();
        await _story.Says("ana", "/incident timeline");
        _story.Hears("5 of 5 messages, 0 gaps");
        _story.Hears("3 messages were missed at first and filled in from the room's history (2026-11-22 14:05 to 14:15).");
    }

    [Fact]
    public async Task A_history_that_could_not_be_read_is_said_with_the_reason()
    {
        await Talk();
        await _story.Says("ana", "/incident resolve");
        _story.Chat.Fails = verb => verb == "history" ? new Core.Chat.ChatException(Core.Chat.ChatFault.Refused, "missing_scope") : null;
        await _story.Says("ana", "/incident postmortem");
        await _story.Presses("ana", "Done: go to the draft");
        await _story.Says("ana", "/incident timeline");
        _story.Hears("2 messages captured. Gaps are not known: at 2026-11-22 14:00 UTC the room's own history could not be read (missing_scope).");
    }

    private async Task Talk()
    {
        await _story.Says("ana", "/incident start here checkout is failing");
        _story.Time.Advance(TimeSpan.FromSeconds(1));
        await _story.Edits("ana", await _story.Says("ana", "seeing 400s"), "seeing 500s");
        await _story.Says("ben", "looking");
    }
}
