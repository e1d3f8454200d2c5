using System.Text;
using IncidentBot.Core.Alerts;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Monitoring.Alerts;

/// <summary>Where a monitoring system posts alerts: secret, store, acknowledge. Nothing of a body is read before its secret is found good: whoever has none makes the bot hold nothing.</summary>
internal sealed class AlertEndpoint(AlertFormat format, AlertSecret secret, AlertsOptions options, Chats chats, IInbox inbox, TimeProvider time, ILogger<AlertEndpoint> log)
{
    public const int LargestBody = 5 * 1024 * 1024;

    /// <summary>Alertmanager gives at least 10 s, and tries again after a 503.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(8);

    private const string OrderKey = "alerts"; // one after another, so that a storm is counted right
    private static readonly TimeSpan WarnEvery = TimeSpan.FromMinutes(1);
    private long _warned; // a timestamp, which clocks that are set do not change

    public AlertFormat Format => format;

    /// <summary>Makes an event of what was stored. Waits while nobody knows in which workspace to speak.</summary>
    public Translator Translator => new(format.Adapter, (delivery, _) => ValueTask.FromResult<IReadOnlyList<ChatEvent>>(
        WellFormedJson.ReadObject(delivery.Body) is { } body && format.Read(body).Notification is { } notification ? [Heard(notification, delivery.ReceivedAt)] : []));

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(format.Path, AnswerAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody));

    private AlertsHeard Heard(Notification notification, DateTimeOffset at)
    {
        var home = chats.Home ?? throw new ChatException(ChatFault.Temporary, "Alerts wait: no chat knows its workspace yet, so there is nowhere to tell of them.");
        return new(at, new(PersonRef.Machine(home, format.Adapter), format.Name), new(new(home, options.Channel)), format.Adapter, notification.Group, notification.Alerts);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (Refuses(context) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }
        using var deadline = new CancellationTokenSource(AnswerWithin, time);
        if (await PostedBody.ReadAsync(context, deadline.Token) is not { } body) return;
        try
        {
            await TakeAsync(context, body, deadline.Token);
        }
        catch (Exception late) when (late is StoreUnavailableException or OperationCanceledException)
        {
            log.LogWarning("A notification to {Path} was not stored in time, so it is to be sent again", format.Path);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    /// <summary>By the headers alone; null: they are good.</summary>
    private int? Refuses(HttpContext context)
    {
        if (!secret.IsIn(context.Request.Headers))
        {
            Warn();
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return StatusCodes.Status401Unauthorized;
        }
        return context.Request.HasJsonContentType() ? null : StatusCodes.Status415UnsupportedMediaType;
    }

    private async Task TakeAsync(HttpContext context, byte[] body, CancellationToken deadline)
    {
        if (WellFormedJson.ReadObject(body) is not { } payload)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var read = format.Read(payload);
        if (read.Notification is not { } notification)
        {
            log.LogWarning("A notification to {Path} was refused: {Reason}", format.Path, read.Refusal);
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(read.Refusal ?? "", deadline);
            return;
        }
        var now = time.GetUtcNow();
        await inbox.AddAsync(new(format.DeliveryId(notification, now), format.Adapter, OrderKey, Encoding.UTF8.GetString(body), now), CancellationToken.None).WaitAsync(deadline);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    // Whoever knows the address can post to it: that must not fill the log.
    private void Warn()
    {
        var warned = Volatile.Read(ref _warned);
        if (warned != 0 && time.GetElapsedTime(warned) < WarnEvery) return;
        Volatile.Write(ref _warned, time.GetTimestamp());
        log.LogWarning("A request to {Path} was refused because it does not give the secret of Alerts:Secret. More of these are not logged for a minute", format.Path);
    }
}
