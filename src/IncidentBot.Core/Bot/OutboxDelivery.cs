using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos.Charts;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Core.Bot;

/// <summary>Delivers what was decided to be said. The one place where platform failures are caught.</summary>
public sealed class OutboxDelivery(IOutbox outbox, IInbox inbox, ICards cards, Chats chats, IEnumerable<IOutlet> outlets, IChartPictures pictures, TimeProvider time, ILogger<OutboxDelivery> log)
{
    /// <summary>With the longest wait between them, about a day.</summary>
    public const int MostAttempts = 300;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <exception cref="StoreUnavailableException">The outcome was not written down; the row comes again.</exception>
    public async Task DeliverAsync(OutboxRow row, CancellationToken ct)
    {
        try
        {
            var (key, message) = row.Saying is Errand errand ? await RunAsync(row, errand, ct) : await SayAsync(row, chats.For(row.Saying.Workspace), ct);
            await outbox.DeliveredAsync(row, key, message, ct);
        }
        catch (Exception failure) when (failure is StoreUnavailableException || (failure is OperationCanceledException && ct.IsCancellationRequested))
        {
            throw;
        }
        catch (Exception failure) when (WorthAnotherTry(failure) && row.Attempts + 1 < MostAttempts)
        {
            var wait = (failure as ChatException)?.RetryAfter ?? Doubling.Of(FirstWait, row.Attempts, LongestWait);
            log.LogWarning("Saying {OutboxKey} failed, tried again in {Wait}: {Reason}", row.Key.Value, wait, failure.Message);
            await outbox.RetryAsync(row, time.GetUtcNow() + wait, failure.Message, ct);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Saying {OutboxKey} was put aside", row.Key.Value);
            if (row.Saying is OpenRoom open)
                await TellAsync($"not-opened:{open.Key}", new RoomNotOpened(time.GetUtcNow(), open.AskedBy, open.From, open.Key, ReasonOf(failure)), ct);
            if (row.Saying is SayDirectly direct && failure is ChatException { Fault: ChatFault.Gone or ChatFault.Refused })
                await TellAsync($"not-reached:{row.Key.Value}", new PersonNotReached(time.GetUtcNow(), new(direct.Person, direct.Person.Id), new(new(direct.Person.Workspace, direct.Person.Id)), failure.Message), ct);
            if ((row.Saying as Errand)?.NotDone(time.GetUtcNow(), ReasonOf(failure)) is { } told)
                await TellAsync($"not-done:{row.Key.Value}", told, ct);
            await outbox.ParkAsync(row, failure is ChatException ? failure.Message : failure.ToString(), ct);
        }
    }

    // A request that was cancelled, though nobody cancelled this one, ran into its own time limit.
    private static bool WorthAnotherTry(Exception failure) => failure is ChatException { Fault: ChatFault.Temporary } or OperationCanceledException;

    private static string ReasonOf(Exception failure) => failure is ChatException ? failure.Message : "an error that the log describes";

    private async Task<(string? Key, MessageRef? Message)> RunAsync(OutboxRow row, Errand errand, CancellationToken ct)
    {
        var outlet = outlets.FirstOrDefault(outlet => outlet.Does(errand)) ?? throw new ChatException(ChatFault.Temporary, $"Nothing is set up that can do a {errand.GetType().Name}.");
        if (await outlet.DoAsync(errand, row.Key, ct) is { } told) await TellAsync($"done:{row.Key.Value}", told, ct);
        return default;
    }

    private async Task<(string? Key, MessageRef? Message)> SayAsync(OutboxRow row, IChat chat, CancellationToken ct)
    {
        switch (row.Saying)
        {
            case Say say:
                return (say.Key, await UpdateOrPostAsync(say, row.Key, chat, ct));
            case SayDirectly direct:
                return (direct.Key, await UpdateOrPostAsync(new(await chat.DirectAsync(direct.Person, ct), direct.Card, direct.Key), row.Key, chat, ct));
            case Whisper whisper:
                await WhisperAsync(whisper, row.Key, chat, ct);
                return default;
            case React react:
                await ReactAsync(react, chat, ct);
                return default;
            case Upload upload:
                await UnderAsync(upload.To, upload.Under, async place =>
                {
                    await chat.UploadAsync(place, upload.FileName, upload.Content, upload.Comment, row.Key, ct);
                    return true;
                }, ct);
                return default;
            case PostImage image:
                await CareAsync("A chart could not be posted", () => UnderAsync(image.To, image.Under, place => PostImageAsync(place, image, row.Key, chat, ct), ct));
                return default;
            case OpenRoom open:
                var opened = await chat.OpenRoomAsync(open, ct);
                if (open.Head?.Key is { } headKey && opened.Head is { } head) await outbox.StandsAsync(headKey, head, ct);
                await TellAsync($"opened:{open.Key}", new RoomOpened(time.GetUtcNow(), open.AskedBy, opened.Place, open.Key, opened.Name, opened.Members), ct);
                return default;
            case Invite invite:
                await CareAsync("People could not be asked into the room", () => chat.InviteAsync(invite.Room, invite.People, ct));
                return default;
            case SetTopic line:
                await CareAsync("The topic could not be set", () => chat.SetTopicAsync(line.Room, line.Topic, ct));
                return default;
            case ShowHome home:
                await chat.ShowHomeAsync(home.Person, home.Card, ct);
                return default;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<MessageRef?> UpdateOrPostAsync(Say say, SayingKey key, IChat chat, CancellationToken ct)
    {
        var card = await LinkedAsync(say, chat, ct);
        if (say.Key is not null && await cards.MessageAsync(say.Key, ct) is { } standing)
        {
            try
            {
                await chat.UpdateAsync(standing, card, ct);
                return standing;
            }
            catch (ChatException gone) when (gone.Fault is ChatFault.Gone)
            {
                log.LogInformation("Card {CardKey} no longer stands and is posted anew", say.Key);
            }
        }
        if (say.OnlyUpdate) return null;
        var message = await UnderAsync(say.To, say.Under, place => chat.PostAsync(place, card, key, ct), ct);
        if (say.Pin) await PinAsync(message, chat, ct);
        return message;
    }

    private async Task<Card> LinkedAsync(Say say, IChat chat, CancellationToken ct) =>
        say.Link is { } link && await cards.MessageAsync(link.Key, ct) is { } message && chat.LinkTo(message, null) is { } url
            ? say.Card with { Blocks = [.. say.Card.Blocks, new Paragraph(RichText.Of($"{RichText.Link(url, link.Label)}"))] }
            : say.Card;

    /// <summary>Into the thread under the card, or top level where that card does not stand (any more).</summary>
    private async Task<T> UnderAsync<T>(Place to, string? card, Func<Place, Task<T>> post, CancellationToken ct)
    {
        if (card is null || await cards.MessageAsync(card, ct) is not { } head || head.Channel != to.Channel) return await post(to);
        try
        {
            return await post(to with { Thread = head.Id });
        }
        catch (ChatException gone) when (gone.Fault is ChatFault.Gone)
        {
            log.LogInformation("The thread under {CardKey} is gone; it is said in the channel", card);
            return await post(to);
        }
    }

    // What a picture shows is told in words where there can be none.
    private async Task<bool> PostImageAsync(Place place, PostImage image, SayingKey key, IChat chat, CancellationToken ct)
    {
        if (pictures.Png(image.Chart) is { } png)
        {
            try
            {
                await chat.PostImageAsync(place, new(ChartCards.FileName(image.Chart), png, image.Chart.Alt), image.Comment, key, ct);
                return true;
            }
            catch (ChatException refused) when (refused.Fault is ChatFault.Refused)
            {
                log.LogInformation("The chart of {Slo} is told in words: {Reason}", image.Chart.Slo, refused.Message);
            }
        }
        await chat.PostAsync(place, ChartCards.InPlaceOfPicture(image.Chart), key, ct);
        return false;
    }

    // The card stands; without its pin it is only further up. A passing fault is tried again; for a platform that asks to wait, the room does not.
    private async Task PinAsync(MessageRef message, IChat chat, CancellationToken ct)
    {
        try
        {
            await chat.PinAsync(message, ct);
        }
        catch (ChatException failure) when (failure is not { Fault: ChatFault.Temporary, RetryAfter: null })
        {
            log.LogWarning("Message {Message} could not be pinned: {Reason}", message, failure.Message);
        }
    }

    // Who has left the place, or speaks where the bot cannot whisper, is answered directly.
    private async Task WhisperAsync(Whisper whisper, SayingKey key, IChat chat, CancellationToken ct)
    {
        try
        {
            await chat.WhisperAsync(whisper.To, whisper.Person, whisper.Card, key, ct);
        }
        catch (ChatException failure) when (failure.Fault is ChatFault.Gone or ChatFault.Refused)
        {
            log.LogInformation("Whispering in {Place} was not possible, so it is said directly: {Reason}", whisper.To, failure.Message);
            await chat.PostAsync(await chat.DirectAsync(whisper.Person, ct), whisper.Card, key, ct);
        }
    }

    // What is refused here is a convenience less; nothing that was to be told is lost.
    private async Task CareAsync(string failed, Func<Task> care)
    {
        try
        {
            await care();
        }
        catch (ChatException failure) when (failure.Fault is ChatFault.Gone or ChatFault.Refused)
        {
            log.LogWarning("{Failed}: {Reason}", failed, failure.Message);
        }
    }

    private async Task ReactAsync(React react, IChat chat, CancellationToken ct)
    {
        try
        {
            await chat.ReactAsync(react.Message, react.Emoji, ct);
        }
        catch (ChatException gone) when (gone.Fault is ChatFault.Gone)
        {
            log.LogInformation("Message {Message} was deleted before it could be acknowledged", react.Message);
        }
    }

    // What became of a request is an event like any other: stored before the row is settled, known by its id when that is repeated.
    private Task TellAsync(string id, ChatEvent told, CancellationToken ct) =>
        inbox.AddAsync(new(id, Translators.Own, told.Place.Channel.ToString(), BotJson.Write(told), told.At), ct);
}
