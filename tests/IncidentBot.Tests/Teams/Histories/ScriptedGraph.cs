using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Web;

namespace IncidentBot.Tests.Teams.Histories;

/// <summary>Answers requests to Microsoft Graph, or to another service, as a test says, and keeps them. A path for which nothing is said is not found.</summary>
internal sealed class ScriptedGraph : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, Func<GraphCall, HttpResponseMessage>> _answers = [];

    public ConcurrentQueue<GraphCall> Calls { get; } = [];

    /// <param name="path">Decoded, without <c>/v1.0/</c>.</param>
    public void On(string path, Func<GraphCall, HttpResponseMessage> answer) => _answers[path] = answer;

    public void On(string path, string body) => On(path, _ => Json(body));

    public static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Refusal(HttpStatusCode status, string code, string? retryAfter = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent($$$"""{"error":{"code":"{{{code}}}","message":"words of Graph"}}""", Encoding.UTF8, "application/json") };
        if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new GraphCall(request.RequestUri!, request.Headers.Authorization?.ToString());
        Calls.Enqueue(call);
        return Task.FromResult(_answers.TryGetValue(call.Path, out var answer) ? answer(call) : Refusal(HttpStatusCode.NotFound, "NotFound"));
    }
}

internal sealed record GraphCall(Uri Url, string? Authorization)
{
    public string Path => Uri.UnescapeDataString(Url.AbsolutePath).Replace("/v1.0/", "/", StringComparison.Ordinal)[1..];

    /// <summary>A parameter of the query; null when it is not there.</summary>
    public string? this[string parameter] => HttpUtility.ParseQueryString(Url.Query)[parameter];
}
