using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Events;
using IncidentBot.Teams.Histories.Graph;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Histories;

/// <summary>The files of a message that was heard in a channel or group chat: bots are told only that something is attached, Microsoft Graph has the links
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4).</summary>
/// <remarks>Where Graph does not tell them at once, the message is taken without: what is said must not wait.</remarks>
internal sealed class AttachedFiles(GraphApi graph, TeamGroups groups, ILogger<AttachedFiles> log)
{
    private const string Tag = "attachment id=";

    /// <summary>The same translation, with the files of what was posted.</summary>
    public Func<Delivery, CancellationToken, ValueTask<IReadOnlyList<ChatEvent>>> Adding(Func<Delivery, CancellationToken, ValueTask<IReadOnlyList<ChatEvent>>> translate) => async (delivery, ct) =>
    {
        var told = await translate(delivery, ct);
        return told is [MessagePosted { Files.Count: 0 } posted, ..] && delivery.Body.Contains(Tag, StringComparison.OrdinalIgnoreCase)
            ? [posted with { Files = await FindAsync(posted, ct) }, .. told.Skip(1)]
            : told;
    };

    // learn.microsoft.com/graph/api/chatmessage-get
    private async Task<IReadOnlyList<FileLink>> FindAsync(MessagePosted posted, CancellationToken ct)
    {
        try
        {
            var path = await PathAsync(posted.Place, posted.Message.Id, ct);
            return MessageFiles.Of(await graph.GetAsync(TeamsIds.Tenant(posted.Place.Channel.Workspace), new(graph.Base, path), "a message with what is attached to it", ct));
        }
        catch (ChatException unseen)
        {
            log.LogInformation("What is attached to {Message} cannot be seen: {Reason}", posted.Message, unseen.Message);
            return [];
        }
    }

    private async Task<string> PathAsync(Place place, string message, CancellationToken ct)
    {
        if (TeamsIds.IsChat(place.Channel)) return $"{ChatPages.PathOf(place.Channel)}/{Uri.EscapeDataString(message)}";
        var channel = ChannelPages.PathOf(await groups.FindAsync(place.Channel, ct), place.Channel);
        var first = $"{channel}/{Uri.EscapeDataString(place.Thread ?? message)}";
        return place.Thread is null || place.Thread == message ? first : $"{first}/replies/{Uri.EscapeDataString(message)}";
    }
}
