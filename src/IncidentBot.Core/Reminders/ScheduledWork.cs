using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Times;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Core.Reminders;

/// <summary>Asks what is owed now and commits it. Safe to run at any time and on several replicas: each thing owed is committed once.</summary>
public sealed class ScheduledWork(IStore store, Chats chats, BotSettings settings, TimeProvider time, ILogger<ScheduledWork> log)
{
    /// <summary>How often all open items are looked at; what is owed is days late anyway.</summary>
    private static readonly TimeSpan LooksEvery = TimeSpan.FromHours(1);

    /// <summary>What is owed about error budgets is a matter of minutes.</summary>
    private static readonly TimeSpan SlosEvery = TimeSpan.FromMinutes(1);

    /// <summary>What could not be committed is soon looked at again, without reading everything each time that somebody asks.</summary>
    private static readonly TimeSpan TriesAgain = TimeSpan.FromMinutes(1);

    private readonly ReminderSchedule _schedule = new(settings.ReminderSchedule, settings.ReminderTimeZone);

    // Only to spare the store: after a start it looks at once.
    private DateTimeOffset _looksAgain = DateTimeOffset.MinValue;
    private DateTimeOffset _slosAgain = DateTimeOffset.MinValue;
    private (DateTimeOffset Occurrence, DateTimeOffset Until) _waits;

    /// <summary>Returns how many things were owed and are committed now.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var standing = await StandingAsync(now, ct);
        var results = new List<CommitResult?>();
        foreach (var decision in Owed.At(standing)) results.Add(await CommitAsync(decision, standing, ct));
        var missed = results.Any(result => result is null or CommitResult.Conflict);
        if (!missed && WeeklyReminders.Done(standing) is { } dealtWith) results.Add(await CommitAsync(dealtWith, standing, ct));
        if (standing.ItemsLoaded) _looksAgain = now + (missed ? TriesAgain : LooksEvery);
        if (standing.Slos is not null) _slosAgain = now + SlosEvery;
        if (standing.RemindersDue is { } due && (missed ? now + TriesAgain : WeeklyReminders.WaitUntil(standing)) is { } until) _waits = (due, until);
        return results.Count(result => result is CommitResult.Done);
    }

    /// <summary>What fails or met another change holds nothing else up, and is asked for again. Null: it failed.</summary>
    private async Task<CommitResult?> CommitAsync(Decision owed, Standing standing, CancellationToken ct)
    {
        try
        {
            var decision = Outgoing.With(owed, standing);
            var result = await AnyHappenedAsync(decision.Once, ct) ? CommitResult.AlreadyDone : await store.CommitAsync(new(decision, [], standing.Now), ct);
            if (result is CommitResult.Conflict) log.LogDebug("Scheduled work ({About}) met another change and is asked for again", About(owed));
            return result;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogError(failure, "One thing that is owed ({About}) could not be committed and is asked for again", About(owed));
            return null;
        }
    }

    private static string About(Decision owed) => owed.Once.Concat(owed.Save.Select(aggregate => $"{aggregate.GetType().Name} {aggregate.Key}")).FirstOrDefault("nothing by name");

    private async Task<bool> AnyHappenedAsync(IReadOnlyList<string> once, CancellationToken ct)
    {
        foreach (var key in once)
            if (await store.HappenedAsync(key, ct)) return true;
        return false;
    }

    private async Task<Standing> StandingAsync(DateTimeOffset now, CancellationToken ct)
    {
        var standing = new Standing(settings, now) { CommandPrefix = chats.CommandPrefix, RoomKind = chats.RoomKind, Home = chats.Home, OpenIncidents = await store.Incidents.OpenAsync(ct) };
        if (settings.Slos.Catalogue.Count > 0 && now >= _slosAgain) standing = await WithSlosAsync(standing, ct);
        if (_schedule.DueAt(now) is { } due && !(due == _waits.Occurrence && now < _waits.Until) && !await store.HappenedAsync(WeeklyReminders.DealtWith(due), ct))
            return await WithRemindersAsync(await WithItemsAsync(standing with { RemindersDue = due }, ct), ct);
        return now >= _looksAgain ? await WithItemsAsync(standing, ct) : standing;
    }

    private async Task<Standing> WithItemsAsync(Standing standing, CancellationToken ct)
    {
        var items = await store.ActionItems.OpenAsync(null, ct);
        return await WithIncidentsAsync(standing with { ItemsLoaded = true, ActionItems = items }, items.Select(item => item.Incident), ct);
    }

    private async Task<Standing> WithRemindersAsync(Standing standing, CancellationToken ct)
    {
        var unpublished = await store.Postmortems.UnpublishedAsync(ct);
        var risks = await store.LuckyBreaks.DueAsync(Zones.DateIn(standing.RemindersDue ?? standing.Now, settings.ReminderTimeZone), ct);
        standing = await WithIncidentsAsync(standing, unpublished.Select(postmortem => postmortem.Incident).Concat(risks.Select(risk => risk.Incident)), ct);
        var without = new List<Incident>();
        foreach (var incident in await store.Incidents.ResolvedAsync(ct))
            if (await store.Postmortems.FindAsync(incident.Id, ct) is null) without.Add(incident);
        var closed = new List<ActionItems.ActionItem>();
        foreach (var workspace in standing.ActionItems.Select(item => item.Id.Workspace).Distinct())
            closed.AddRange((await store.ActionItems.ListAsync(workspace, int.MaxValue, ct)).Where(item => item.ClosedAt > standing.RemindersDue?.AddDays(-7)));
        if (settings.Slos.Catalogue.Count > 0 && standing.Slos is null) standing = await WithSlosAsync(standing, ct);
        standing = standing with { Unpublished = unpublished, WithoutPostmortem = without, DueRisks = risks, ClosedLately = closed };
        var happened = new HashSet<string>();
        foreach (var key in WeeklyReminders.DirectKeys(standing))
            if (await store.HappenedAsync(key, ct)) happened.Add(key);
        return standing with { Happened = happened };
    }

    private async Task<Standing> WithSlosAsync(Standing standing, CancellationToken ct)
    {
        var slos = await LedgerReading.ReadAsync(store, settings.Slos, SloScope.All, null, standing.Now, ct);
        return await PolicyReading.WithRulesAsync(store, standing with { Slos = slos }, ct);
    }

    private Task<Standing> WithIncidentsAsync(Standing standing, IEnumerable<IncidentId> ids, CancellationToken ct) => standing.WithIncidentsAsync(store, ids, ct);
}
