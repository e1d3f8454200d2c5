using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Events;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Intake;

/// <summary>Takes what Teams delivers: stores it durably, then acknowledges it.</summary>
/// <remarks>What tells nothing is counted and not stored.</remarks>
internal sealed class TeamsIntake(IInbox inbox, IgnoredActivities ignored, TimeProvider time, ILogger<TeamsIntake> log)
{
    /// <exception cref="StoreUnavailableException">It was not stored: do not acknowledge.</exception>
    public async Task<InvokeAnswer> TakeAsync(JsonElement activity, CancellationToken ct)
    {
        if (Activity.Of(activity, new(KnownAsync, (_, _, _) => ValueTask.FromResult<IReadOnlyList<ChannelRef>>([])), time.GetUtcNow()) is not { } said || await TellsAsync(activity, ct) is [])
        {
            ignored.Count(activity);
            return InvokeAnswer.Accepted;
        }
        await inbox.AddAsync(new(DeliveryIdentity.Of(activity), TeamsTranslator.Adapter, DeliveryIdentity.OrderKeyOf(said.Place.Channel), activity.GetRawText(), time.GetUtcNow()), ct);
        return InvokeAnswer.Accepted;
    }

    private static ValueTask<Person> KnownAsync(string tenant, string id, string? saidName, ChannelRef met, CancellationToken ct) => ValueTask.FromResult(new Person(TeamsIds.Person(tenant, id), saidName ?? ""));

    /// <summary>What the activity tells, with people as they are known now; null when it cannot be read, which must lose nothing.</summary>
    private async ValueTask<IReadOnlyList<ChatEvent>?> TellsAsync(JsonElement activity, CancellationToken ct)
    {
        try
        {
            return await ActivityReading.ReadAsync(activity, new(KnownAsync, (_, _, _) => ValueTask.FromResult<IReadOnlyList<ChannelRef>>([])), time.GetUtcNow(), ct);
        }
        catch (Exception bug) when (!ct.IsCancellationRequested)
        {
            log.LogError(bug, "An activity of Teams could not be read; it is stored as it came");
            return null;
        }
    }
}
