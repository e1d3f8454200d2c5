using IncidentBot.Core.Bot;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.Demo;

/// <summary>Waits until the bot has heard everything and said everything.</summary>
internal sealed class Quiet(IWebChatStore chat, IInbox inbox, IOutbox outbox)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <exception cref="TimeoutException">It did not become quiet within a minute.</exception>
    public async Task WaitAsync(CancellationToken ct)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await IsQuietAsync(ct))
        {
            if (TimeProvider.System.GetElapsedTime(began) > Longest) throw new TimeoutException("The bot is still busy after a minute; see the log.");
            await Task.Delay(Look, TimeProvider.System, ct);
        }
    }

    // In this order: what leaves one queue has entered the next before it is looked at.
    private async Task<bool> IsQuietAsync(CancellationToken ct) =>
        await EmptyAsync(ct) && await EmptyAsync(ct); // an opened room goes from the outbox back to the inbox

    private async Task<bool> EmptyAsync(CancellationToken ct) =>
        (await chat.NotHandedOverAsync(ct)).Count == 0 && (await inbox.DepthAsync(ct)).Depth == 0 && (await outbox.DepthAsync(ct)).Depth == 0;
}
