using System.Text;
using IncidentBot.Core.Bot;
using IncidentBot.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Tickets.Hooks;

/// <summary>Where the tracker posts what has changed: signature, store, acknowledge. Nothing of a body is looked at before its signature is found good.</summary>
internal sealed class HookEndpoint(TrackerHook hook, TicketNews news, IInbox inbox, TimeProvider time, ILogger<HookEndpoint> log)
{
    public const int LargestBody = 5 * 1024 * 1024;

    /// <summary>GitHub gives 10 s. (https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks)</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan WarnEvery = TimeSpan.FromMinutes(1);
    private long _warned; // a timestamp, which clocks that are set do not change

    /// <summary>Makes events of what was stored; nothing for a ticket that is no item's.</summary>
    public Translator Translator => new(hook.Adapter, async (delivery, ct) =>
        WellFormedJson.ReadObject(delivery.Body) is { } payload && hook.Read(payload) is { } seen ? await news.OfAsync(hook.Tracker, seen, ct) : []);

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(hook.Path, AnswerAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody));

    private async Task AnswerAsync(HttpContext context)
    {
        using var deadline = new CancellationTokenSource(AnswerWithin, time);
        if (await PostedBody.ReadAsync(context, deadline.Token) is not { } body) return;
        try
        {
            context.Response.StatusCode = await TakeAsync(context.Request, body, deadline.Token);
        }
        catch (Exception late) when (late is StoreUnavailableException or OperationCanceledException)
        {
            log.LogWarning("A webhook of {Adapter} was not stored in time, so it is to be sent again", hook.Adapter);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<int> TakeAsync(HttpRequest request, byte[] body, CancellationToken deadline)
    {
        if (!hook.IsSigned(request.Headers, body))
        {
            Warn();
            return StatusCodes.Status401Unauthorized;
        }
        if (!request.HasJsonContentType()) return StatusCodes.Status415UnsupportedMediaType;
        if (WellFormedJson.ReadObject(body) is not { } payload || hook.DeliveryId(request.Headers) is not { Length: > 0 } id) return StatusCodes.Status400BadRequest;
        if (!hook.IsAboutTickets(request.Headers, payload) || hook.TicketId(payload) is not { } ticket) return StatusCodes.Status204NoContent;
        await inbox.AddAsync(new($"{hook.Adapter}:{id}", hook.Adapter, $"ticket:{hook.Adapter}:{ticket}", Encoding.UTF8.GetString(body), time.GetUtcNow()), CancellationToken.None).WaitAsync(deadline);
        return StatusCodes.Status202Accepted;
    }

    // Whoever knows the address can post to it: that must not fill the log.
    private void Warn()
    {
        var warned = Volatile.Read(ref _warned);
        if (warned != 0 && time.GetElapsedTime(warned) < WarnEvery) return;
        Volatile.Write(ref _warned, time.GetTimestamp());
        log.LogWarning("A request to {Path} was refused because its signature is not of {SecretKey}. More of these are not logged for a minute", hook.Path, hook.SecretKey);
    }
}
