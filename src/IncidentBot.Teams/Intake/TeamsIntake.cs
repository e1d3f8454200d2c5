using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Events;
using IncidentBot.Teams.People;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Intake;

/// <summary>Takes what Teams delivers: stores it durably, then acknowledges it; what cannot wait is answered at once.</summary>
/// <remarks>Nothing here asks Teams. What tells nothing is counted and not stored.</remarks>
internal sealed class TeamsIntake(
    IInbox inbox, TeamsUpkeep upkeep, InvokeAnswering invokes, KnownChannels channels, TeamsPeople people, IgnoredActivities ignored, TimeProvider time, ILogger<TeamsIntake> log)
{
    /// <exception cref="StoreUnavailableException">It was not stored: do not acknowledge.</exception>
    public async Task<InvokeAnswer> TakeAsync(JsonElement activity, CancellationToken ct)
    {
        await upkeep.LearnAsync(activity, ct);
        var told = await TellsAsync(activity, ct);
        if (told is []) ignored.Count(activity);
        if (activity.Text("type") == "invoke") return await invokes.AnswerAsync(activity, told, () => StoreAsync(activity, told, ct), ct);
        if (told is not []) await StoreAsync(activity, told, ct);
        return InvokeAnswer.Accepted;
    }

    /// <summary>What the activity tells, with people as they are known now; null when it cannot be read, which must lose nothing.</summary>
    private async ValueTask<IReadOnlyList<ChatEvent>?> TellsAsync(JsonElement activity, CancellationToken ct)
    {
        try
        {
            return await ActivityReading.ReadAsync(activity, new(KnownAsync, channels), time.GetUtcNow(), ct);
        }
        catch (Exception bug) when (bug is not StoreUnavailableException && !ct.IsCancellationRequested)
        {
            log.LogError(bug, "An activity of Teams could not be read; it is stored as it came");
            return null;
        }
    }

    private ValueTask<Person> KnownAsync(string tenant, string id, string? saidName, ChannelRef met, CancellationToken ct) => ValueTask.FromResult(people.Known(tenant, id, saidName));

    private Task StoreAsync(JsonElement activity, IReadOnlyList<ChatEvent>? told, CancellationToken ct)
    {
        var identity = DeliveryIdentity.Of(activity, told);
        return inbox.AddAsync(new(identity.Id, TeamsTranslator.Adapter, identity.OrderKey, activity.GetRawText(), time.GetUtcNow()), ct);
    }
}
