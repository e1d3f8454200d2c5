using System.Runtime.CompilerServices;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Events;
using IncidentBot.Teams.Histories.Graph;

namespace IncidentBot.Teams.Histories;

/// <summary>What people said in a thread, a chat or a channel, as Microsoft Graph has it now.</summary>
/// <remarks>Graph gives the newest first, so what people said is gathered, without the rest of each page, before the first is given.
/// Graph's delta of a channel leaves replies out, which is nearly all that is said in a room; so it does not serve here.</remarks>
internal sealed class TeamsHistory(TeamsOptions options, PatientReading reading, TeamGroups groups, PeopleLookup people, Consents consents)
{
    /// <exception cref="ChatException">It cannot be read, or not to its end.</exception>
    public async IAsyncEnumerable<StandingMessage> ReadAsync(Place room, DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var found = await FindAsync(room, since, ct);
        foreach (var message in found.DistinctBy(message => message.Posted.Message).OrderBy(message => message.Posted.At).ThenBy(message => message.Posted.Message.Id, StringComparer.Ordinal))
            yield return message;
    }

    private async Task<List<StandingMessage>> FindAsync(Place room, DateTimeOffset since, CancellationToken ct)
    {
        var found = new List<StandingMessage>();
        var messages = new ChatMessageReading(options.AppId, room.Channel, people);
        try
        {
            await foreach (var page in PagesAsync(room, since, ct))
                foreach (var message in page)
                    if (ChatMessageReading.CreatedAt(message) >= since && await messages.ReadAsync(message, ct) is { } standing) found.Add(standing);
        }
        catch (GraphException refused) when (refused.NoConsent)
        {
            throw await consents.MissingAsync(room, refused, ct);
        }
        consents.Given(room.Channel);
        return found;
    }

    private IAsyncEnumerable<IReadOnlyList<JsonElement>> PagesAsync(Place room, DateTimeOffset since, CancellationToken ct) =>
        TeamsIds.IsChat(room.Channel) ? ChatPages.ReadAsync(reading, room.Channel, since, ct)
        : TeamsIds.IsChannel(room.Channel) ? new ChannelPages(reading, groups).ReadAsync(room, since, ct)
        : throw new ChatException(ChatFault.Refused, "the direct conversation with the bot has no history that it may read");
}
