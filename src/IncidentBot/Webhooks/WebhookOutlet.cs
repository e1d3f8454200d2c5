using System.Collections.Concurrent;
using System.Net;
using System.Text;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Webhooks;
using IncidentBot.Http;

namespace IncidentBot.Webhooks;

/// <summary>Calls receivers of webhooks. Any answer but a success is tried again later; nothing of an answer's body is read.</summary>
internal sealed class WebhookOutlet(IHttpClientFactory clients, WebhookOptions options, TimeProvider time, ILogger<WebhookOutlet> log) : IOutlet, IIntegrationHealth
{
    public const string ClientName = "webhooks";

    public static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, Uri> _addresses = options.Addresses.ToDictionary(WebhookSettings.NameOf);
    private readonly ConcurrentDictionary<string, string> _faults = new();

    public string Name => "webhooks";

    public string? Fault => _faults.IsEmpty ? null : string.Join(' ', _faults.Values.Order(StringComparer.Ordinal));

    public bool Does(Errand errand) => errand is CallWebhook;

    public async Task<ChatEvent?> DoAsync(Errand errand, SayingKey key, CancellationToken ct)
    {
        var call = (CallWebhook)errand;
        if (!_addresses.TryGetValue(call.Receiver, out var address))
        {
            log.LogInformation("Event {Event} was for a webhook that is no longer set; it is dropped", call.Event);
            return null;
        }
        if (await CalledAsync(call, address, ct) is { } failure)
        {
            _faults[call.Receiver] = failure.Message;
            throw failure;
        }
        _faults.TryRemove(call.Receiver, out _);
        return null;
    }

    /// <summary>Null: it was taken.</summary>
    private async Task<ChatException?> CalledAsync(CallWebhook call, Uri address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(call.Body, Encoding.UTF8, "application/json") };
        var now = time.GetUtcNow();
        request.Headers.Add(WebhookSignature.IdHeader, call.Event);
        request.Headers.Add(WebhookSignature.TimestampHeader, WebhookSignature.Timestamp(now));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(call.Event, now, call.Body, options.Secrets));
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return Failure(answer, address.Authority);
        }
        catch (HttpRequestException unreached)
        {
            return new(ChatFault.Temporary, $"The webhook at {address.Authority} could not be reached ({unreached.HttpRequestError}).", inner: unreached);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            return new(ChatFault.Temporary, $"The webhook at {address.Authority} did not answer within {AnswersWithin.TotalSeconds} seconds.", inner: late);
        }
    }

    private ChatException? Failure(HttpResponseMessage answer, string host) => answer switch
    {
        { IsSuccessStatusCode: true } => null,
        { StatusCode: HttpStatusCode.Gone } => new(ChatFault.Refused, $"The webhook at {host} is gone (HTTP 410). Take it out of Webhooks:Urls."),
        { StatusCode: >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest } => new(ChatFault.Temporary, $"The webhook at {host} answered with a redirect (HTTP {(int)answer.StatusCode}), which is not followed. Set its final address."),
        _ => new(ChatFault.Temporary, $"The webhook at {host} answered HTTP {(int)answer.StatusCode}.", RetryAfter.Of(answer.Headers, time.GetUtcNow())),
    };
}
