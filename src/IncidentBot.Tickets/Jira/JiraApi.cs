using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Tickets.Jira;

/// <summary>Calls of Jira's REST API, version 3. <see href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/"/></summary>
internal sealed class JiraApi(JiraOptions options, IHttpClientFactory http, TimeProvider time)
{
    /// <summary>What was written is found by a search only after a while. <see href="https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile"/></summary>
    public static readonly TimeSpan UntilFound = TimeSpan.FromSeconds(30);

    private readonly AuthenticationHeaderValue _credentials = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Email}:{options.ApiToken}")));

    public Task<JsonElement> GetAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Get, path, null, ct);

    public Task<JsonElement> PostAsync(string path, JsonObject body, CancellationToken ct) => SendAsync(HttpMethod.Post, path, body, ct);

    public Task<JsonElement> PutAsync(string path, JsonObject body, CancellationToken ct) => SendAsync(HttpMethod.Put, path, body, ct);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken ct)
    {
        try
        {
            using var client = http.CreateClient(TrackerHttp.Name);
            using var request = new HttpRequestMessage(method, new Uri(options.BaseUrl, $"rest/api/3/{path}"));
            request.Headers.Authorization = _credentials;
            request.Headers.Accept.Add(new("application/json"));
            if (body is not null) request.Content = JsonContent.Create(body);
            using var response = await client.SendAsync(request, ct);
            var answer = WellFormedJson.ReadObject(await response.Content.ReadAsByteArrayAsync(ct)) ?? default;
            return response.IsSuccessStatusCode ? answer : throw Refusal(response, answer);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && TrackerHttp.NoAnswer(failure, "Jira", method == HttpMethod.Post ? UntilFound : null) is { } unanswered)
        {
            throw unanswered;
        }
    }

    private ChatException Refusal(HttpResponseMessage response, JsonElement answer) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => new ChatException(ChatFault.Temporary, "Jira asks to slow down.", TrackerHttp.Bounded(Asked(response) ?? RetryAfter.Usual)),
        HttpStatusCode.Unauthorized => new ChatException(ChatFault.Temporary, "Jira does not know the e-mail address with this token. Make a new API token and set Tickets:Jira:ApiToken.", TrackerHttp.UntilPutRight),
        HttpStatusCode.Forbidden when response.RequestMessage?.Method == HttpMethod.Put => new ChatException(ChatFault.Refused, $"the account may not edit issues of project {options.Project}. With the permission to edit issues there it can."), // the rest goes on without
        HttpStatusCode.Forbidden => new ChatException(ChatFault.Temporary, $"the account may not do this in project {options.Project}. Give it the permissions to create, comment on and transition issues there.", TrackerHttp.UntilPutRight),
        HttpStatusCode.NotFound => new ChatException(ChatFault.Gone, "Jira does not find it, or the account may not see it."),
        >= HttpStatusCode.InternalServerError => new ChatException(ChatFault.Temporary, $"Jira has trouble ({(int)response.StatusCode}).", Asked(response) is { } wait ? TrackerHttp.Bounded(wait) : response.RequestMessage?.Method == HttpMethod.Post ? UntilFound : null),
        _ => new JiraRefusal($"it answered {(int)response.StatusCode}: {Details(answer)}", answer),
    };

    private TimeSpan? Asked(HttpResponseMessage response) => response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - time.GetUtcNow() : null;

    private static string Details(JsonElement answer)
    {
        var general = answer.Items("errorMessages").Select(message => message.ToString());
        var ofFields = answer.Part("errors") is { ValueKind: JsonValueKind.Object } errors ? errors.EnumerateObject().Select(error => $"{error.Name}: {error.Value}") : [];
        return Excerpt.Of(CleanText.Line(string.Join(", ", general.Concat(ofFields).DefaultIfEmpty("no reason was given"))), 300);
    }
}

/// <summary>Jira will not take it as it is.</summary>
internal sealed class JiraRefusal(string message, JsonElement answer) : ChatException(ChatFault.Refused, message)
{
    /// <summary>The fields that it says something about.</summary>
    public IReadOnlyList<string> Fields { get; } = answer.Part("errors") is { ValueKind: JsonValueKind.Object } errors ? [.. errors.EnumerateObject().Select(error => error.Name)] : [];
}
