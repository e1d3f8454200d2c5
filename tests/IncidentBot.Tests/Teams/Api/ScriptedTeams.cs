using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Api;

/// <summary>Answers requests as a test says, and keeps them. What is asked and not told about is a failed connection.</summary>
internal sealed class ScriptedTeams : HttpMessageHandler
{
    private readonly ConcurrentQueue<Rule> _rules = [];

    public ConcurrentQueue<TeamsCall> Calls { get; } = [];

    public IEnumerable<TeamsCall> To(string what) => Calls.Where(call => Meets(call, what));

    /// <param name="what">A method and an end of the address without the query, e.g. <c>POST /activities</c>. Later rules come first.</param>
    /// <param name="answers">In this order; the last one again and again.</param>
    public void On(string what, params Func<HttpResponseMessage>[] answers)
    {
        var next = -1;
        On(what, _ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]());
    }

    public void On(string what, Func<TeamsCall, HttpResponseMessage> answer) => _rules.Enqueue(new(what, answer));

    public void On(string what, string body) => On(what, _ => Json(body));

    public static HttpResponseMessage Json(string body, int status = 200) => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Refusal(int status, string code = "", string? retryAfter = null)
    {
        var response = Json($$$"""{"error":{"code":"{{{code}}}","message":"words of Teams"} }""", status);
        if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    public static HttpResponseMessage Lost() => throw new HttpRequestException(HttpRequestError.ResponseEnded);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = new TeamsCall(request.Method.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), body)
        {
            Headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value)),
        };
        Calls.Enqueue(call);
        return _rules.LastOrDefault(rule => Meets(call, rule.What))?.Answer(call) ?? throw new HttpRequestException(HttpRequestError.ConnectionError, $"Nobody answers {call}");
    }

    private static bool Meets(TeamsCall call, string what)
    {
        var (method, path) = what.Split(' ', 2) is [var one, var other] ? (one, other) : (call.Method, what);
        return call.Method == method && call.Url.GetLeftPart(UriPartial.Path).EndsWith(path, StringComparison.Ordinal);
    }

    private sealed record Rule(string What, Func<TeamsCall, HttpResponseMessage> Answer);
}

internal sealed record TeamsCall(string Method, Uri Url, string? Authorization, string Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>An argument of the form or of the query.</summary>
    public string? this[string name] => System.Web.HttpUtility.ParseQueryString(Method == "POST" ? Body : Url.Query)[name];

    public override string ToString() => $"{Method} {Url}";
}
