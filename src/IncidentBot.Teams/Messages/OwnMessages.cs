using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Histories;
using IncidentBot.Teams.Histories.Graph;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Messages;

/// <summary>Finds what an earlier try said, when its outcome is unknown. The Connector has no way to look; Microsoft Graph has, with the consent of the team or chat.</summary>
/// <remarks>Without that consent, and in direct conversations, a message whose answer got lost on the way is said again: it may then stand twice.</remarks>
internal sealed class OwnMessages(PatientReading reading, TeamGroups groups, TimeProvider time, ILogger<OwnMessages> log)
{
    /// <summary>So long what cannot be looked for now is not said again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Teams' clock is not ours.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>The message of this key; null also where nobody may look.</summary>
    /// <exception cref="ChatException">It cannot be looked for now.</exception>
    public async Task<MessageRef?> SaidAsync(Place place, SayingKey key, CancellationToken ct)
    {
        if (key.TriedSince is not { } since || TeamsIds.IsPersonal(place.Channel)) return null;
        try
        {
            await foreach (var page in PagesAsync(place, since - Margin, ct))
                foreach (var message in page)
                    if (SayingMark.IsOn(message, key.Value) && message.Text("id") is { } id)
                        return new(place.Channel, id);
        }
        catch (ChatException closed) when (closed.Fault is not ChatFault.Temporary || time.GetUtcNow() - since > Patience)
        {
            log.LogInformation("Whether {Key} was said in {Place} before cannot be seen, so it is said again: {Reason}", key.Value, place, closed.Message);
        }
        return null;
    }

    private IAsyncEnumerable<IReadOnlyList<JsonElement>> PagesAsync(Place place, DateTimeOffset since, CancellationToken ct) => TeamsIds.IsChannel(place.Channel)
        ? new ChannelPages(reading, groups).ReadAsync(place, since, ct)
        : ChatPages.ReadAsync(reading, place.Channel, since, ct);
}
