using CsCheck;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Histories;

/// <summary>Whatever was missed, the timeline ends as if all had been heard.</summary>
public sealed class BackfillProperties
{
    private static readonly Gen<Step[]> Conversations = Gen.Select(Gen.Enum<Kind>(), Gen.Int[0, 9], Gen.Bool, (kind, which, missed) => new Step(kind, which, missed)).Array[1, 30];

    [Fact]
    public Task Any_events_may_be_missed() => Conversations.SampleAsync(async steps =>
    {
        var (missed, all) = (await Played(steps), await Played([.. steps.Select(step => step with { Missed = false })]));
        foreach (var expected in all.Values)
        {
            var found = missed.GetValueOrDefault(expected.Id);
            if (found is null) Assert.NotNull(expected.DeletedAt); // said and deleted unheard: nobody can know
            else Assert.Equal(Told(expected), Told(found));
        }
        Assert.Empty(missed.Keys.Except(all.Keys));
        return true;
    }, iter: 200);

    // Of a deleted message perhaps only the deletion was heard, which does not tell who wrote it.
    private static string Told(TimelineEntry entry) => entry.DeletedAt is not null ? $"{entry.At}: deleted" : $"{entry.At} {entry.Thread} {entry.By.Name}: {entry.Text}";

    private static async Task<Dictionary<string, TimelineEntry>> Played(Step[] steps)
    {
        var story = new Story { Room = Some.Room };
        await story.Has(Some.Incident() with { Version = 0, Prompted = Enum.GetValues<FactKind>() });
        var (messages, standing) = (new List<MessageRef>(), new List<MessageRef>());
        foreach (var (kind, which, missed) in steps)
        {
            story.Time.Advance(TimeSpan.FromMinutes(3));
            story.Down = missed;
            if (kind is Kind.Backfill) await (missed ? Task.CompletedTask : story.Backfills());
            else if (kind is Kind.Says || standing.Count == 0) Said(await story.Says("ana", $"text {messages.Count}"));
            else if (kind is Kind.Replies) Said(await story.Says("ben", $"text {messages.Count}", standing[0]));
            else if (kind is Kind.Edits) await story.Edits("ana", standing[which % standing.Count], $"edit {which} {messages.Count}");
            else if (kind is Kind.Deletes && standing.Count > 1) await Gone(standing[^1]);
        }
        story.Down = false;
        story.Time.Advance(TimeSpan.FromMinutes(3));
        await story.Backfills();
        var commits = story.Store.Commits;
        await story.Backfills();
        Assert.Equal(commits, story.Store.Commits);
        return story.Store.Entries.Where(entry => entry.Kind is EntryKind.Message).ToDictionary(entry => entry.Id);

        void Said(MessageRef message)
        {
            messages.Add(message);
            standing.Add(message);
        }

        async Task Gone(MessageRef message)
        {
            standing.Remove(message);
            await story.Deletes("ana", message);
        }
    }

    private enum Kind
    {
        Says,
        Replies,
        Edits,
        Deletes,
        Backfill,
    }

    private sealed record Step(Kind Kind, int Which, bool Missed);
}
