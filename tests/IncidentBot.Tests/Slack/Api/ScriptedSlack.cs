using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Web;

namespace IncidentBot.Tests.Slack.Api;

/// <summary>Answers requests as a test says, and keeps them. A method for which nothing is said is unknown.</summary>
internal sealed class ScriptedSlack : HttpMessageHandler
{
    public const string Ok = """{"ok":true}""";

    private readonly ConcurrentDictionary<string, Func<SlackCall, CancellationToken, Task<HttpResponseMessage>>> _answers = [];

    public ConcurrentQueue<SlackCall> Calls { get; } = [];

    public IEnumerable<SlackCall> To(string method) => Calls.Where(call => call.Method == method);

    /// <summary>The answers in this order; the last one again and again.</summary>
    public void On(string method, params string[] bodies) => On(method, [.. bodies.Select(body => (Func<HttpResponseMessage>)(() => Json(body)))]);

    public void On(string method, params Func<HttpResponseMessage>[] answers)
    {
        var next = -1;
        _answers[method] = (_, _) => Task.FromResult(answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]());
    }

    public void On(string method, Func<SlackCall, string> answer) => _answers[method] = (call, _) => Task.FromResult(Json(answer(call)));

    public void On(string method, Func<SlackCall, CancellationToken, Task<HttpResponseMessage>> answer) => _answers[method] = answer;

    public static string Refusal(string error) => $$"""{"ok":false,"error":"{{error}}"}""";

    public static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Limited(string? retryAfter)
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent(Refusal("ratelimited"), Encoding.UTF8, "application/json") };
        if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = new SlackCall(request.RequestUri!.Segments[^1], request.RequestUri, request.Headers.Authorization?.ToString(), body);
        Calls.Enqueue(call);
        return _answers.TryGetValue(call.Method, out var answer) ? await answer(call, cancellationToken) : Json(Refusal("unknown_method"));
    }
}

/// <param name="Method">The last part of the address, as a rule a method's name.</param>
internal sealed record SlackCall(string Method, Uri Url, string? Authorization, string Body)
{
    /// <summary>An argument of the form; null when it is not there.</summary>
    public string? this[string argument] => HttpUtility.ParseQueryString(Body)[argument];
}
