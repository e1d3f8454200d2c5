using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Core.Reminders;

/// <summary>Asks what is owed now and commits it. Safe to run at any time and on several replicas: each thing owed is committed once.</summary>
public sealed class ScheduledWork(IStore store, Chats chats, BotSettings settings, TimeProvider time, ILogger<ScheduledWork> log)
{
    private readonly ReminderSchedule _schedule = new(settings.ReminderSchedule, settings.ReminderTimeZone);

    /// <summary>Returns how many things were owed and are committed now.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var done = 0;
        var standing = await StandingAsync(now, ct);
        foreach (var decision in Owed.At(standing).Select(decision => Outgoing.With(decision, standing)))
        {
            if (await AnyHappenedAsync(decision.Once, ct)) continue;
            var result = await store.CommitAsync(new(decision, [], now), ct);
            if (result is CommitResult.Done) done++;
            else if (result is CommitResult.Conflict) log.LogDebug("Scheduled work met another change and is asked for again");
        }
        return done;
    }

    private async Task<bool> AnyHappenedAsync(IReadOnlyList<string> once, CancellationToken ct)
    {
        foreach (var key in once)
            if (await store.HappenedAsync(key, ct)) return true;
        return false;
    }

    private async Task<Standing> StandingAsync(DateTimeOffset now, CancellationToken ct)
    {
        var standing = new Standing(settings, now) { CommandPrefix = chats.CommandPrefix, RoomKind = chats.RoomKind, OpenIncidents = await store.Incidents.OpenAsync(ct) };
        return _schedule.DueAt(now) is { } due && !await store.HappenedAsync(WeeklyReminders.DealtWith(due), ct)
            ? await WithRemindersAsync(standing with { RemindersDue = due }, ct)
            : standing;
    }

    private async Task<Standing> WithRemindersAsync(Standing standing, CancellationToken ct)
    {
        var items = await store.ActionItems.OpenAsync(null, ct);
        var unpublished = await store.Postmortems.UnpublishedAsync(ct);
        var risks = await store.LuckyBreaks.DueAsync(Zones.DateIn(standing.Now, settings.ReminderTimeZone), ct);
        var incidents = new Dictionary<IncidentId, Incident>();
        foreach (var id in items.Select(item => item.Incident).Concat(unpublished.Select(postmortem => postmortem.Incident)).Concat(risks.Select(risk => risk.Incident)).Distinct())
            if (await store.Incidents.FindAsync(id, ct) is { } incident) incidents[id] = incident;
        var without = new List<Incident>();
        foreach (var incident in await store.Incidents.ResolvedAsync(ct))
            if (await store.Postmortems.FindAsync(incident.Id, ct) is null) without.Add(incident);
        return standing with { ActionItems = items, Unpublished = unpublished, WithoutPostmortem = without, DueRisks = risks, Incidents = incidents };
    }
}
