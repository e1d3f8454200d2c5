using IncidentBot.Core.Chat;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Core.Bot;

/// <summary>Delivers what was decided to be said. The one place where platform failures are caught.</summary>
public sealed class OutboxDelivery(IOutbox outbox, IInbox inbox, ICards cards, Chats chats, TimeProvider time, ILogger<OutboxDelivery> log)
{
    private const int MostAttempts = 60;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    public async Task DeliverAsync(OutboxRow row, CancellationToken ct)
    {
        try
        {
            var (key, message) = await SayAsync(row, chats.For(row.Saying.Workspace), ct);
            await outbox.DeliveredAsync(row, key, message, ct);
        }
        catch (ChatException failure) when (failure.Fault is ChatFault.Temporary && row.Attempts + 1 < MostAttempts)
        {
            var wait = failure.RetryAfter ?? TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(row.Attempts, 16)));
            log.LogWarning("Saying {OutboxKey} failed, tried again in {Wait}: {Reason}", row.Key, wait, failure.Message);
            await outbox.RetryAsync(row, time.GetUtcNow() + wait, failure.Message, ct);
        }
        catch (Exception failure) when (failure is not (StoreUnavailableException or OperationCanceledException))
        {
            log.LogError(failure, "Saying {OutboxKey} was put aside", row.Key);
            if (row.Saying is OpenRoom open) await TellAsync($"not-opened:{open.Key}", new RoomNotOpened(time.GetUtcNow(), open.AskedBy, open.From, open.Key, failure.Message), ct);
            await outbox.ParkAsync(row, failure is ChatException ? failure.Message : failure.ToString(), ct);
        }
    }

    private async Task<(string? Key, MessageRef? Message)> SayAsync(OutboxRow row, IChat chat, CancellationToken ct)
    {
        switch (row.Saying)
        {
            case Say say:
                return (say.Key, await PostOrUpdateAsync(say, await PlaceAsync(say.To, say.Under, ct), row.Key, chat, ct));
            case SayDirectly direct:
                return (direct.Key, await PostOrUpdateAsync(new(await chat.DirectAsync(direct.Person, ct), direct.Card, direct.Key), null, row.Key, chat, ct));
            case Whisper whisper:
                await chat.WhisperAsync(whisper.To, whisper.Person, whisper.Card, row.Key, ct);
                return default;
            case React react:
                await chat.ReactAsync(react.Message, react.Emoji, ct);
                return default;
            case Upload upload:
                await chat.UploadAsync(await PlaceAsync(upload.To, upload.Under, ct), upload.FileName, upload.Content, upload.Comment, row.Key, ct);
                return default;
            case OpenRoom open:
                var opened = await chat.OpenRoomAsync(open, ct);
                await TellAsync($"opened:{open.Key}", new RoomOpened(time.GetUtcNow(), open.AskedBy, opened.Place, open.Key, opened.Name, opened.Members), ct);
                return default;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<Place> PlaceAsync(Place to, string? under, CancellationToken ct) =>
        under is not null && await cards.MessageAsync(under, ct) is { } head && head.Channel == to.Channel ? to with { Thread = head.Id } : to;

    private async Task<MessageRef?> PostOrUpdateAsync(Say say, Place? resolved, string key, IChat chat, CancellationToken ct)
    {
        if (say.Key is not null && await cards.MessageAsync(say.Key, ct) is { } standing)
        {
            try
            {
                await chat.UpdateAsync(standing, say.Card, ct);
                return standing;
            }
            catch (ChatException gone) when (gone.Fault is ChatFault.Gone)
            {
                log.LogInformation("Card {CardKey} no longer stands and is posted anew", say.Key);
            }
        }
        if (say.OnlyUpdate) return null;
        var message = await chat.PostAsync(resolved ?? say.To, say.Card, key, ct);
        if (say.Pin) await chat.PinAsync(message, ct);
        return message;
    }

    // What became of a request is an event like any other: stored before the row is settled, known by its id when that is repeated.
    private Task TellAsync(string id, ChatEvent told, CancellationToken ct) =>
        inbox.AddAsync(new(id, Translators.Own, told.Place.Channel.ToString(), BotJson.Write(told), told.At), ct);
}
