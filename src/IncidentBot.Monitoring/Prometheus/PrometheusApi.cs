using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos;
using IncidentBot.Http;

namespace IncidentBot.Monitoring.Prometheus;

/// <summary>Queries of Prometheus' HTTP API, version 1, or of what speaks it too. <see href="https://prometheus.io/docs/prometheus/latest/querying/api/"/></summary>
internal sealed class PrometheusApi(PrometheusOptions options, IHttpClientFactory http, TimeProvider time)
{
    /// <summary>Prometheus 2.47 to 2.53 puts among its warnings what is none, such as a counter's name that does not end in <c>_total</c>. <see href="https://github.com/prometheus/prometheus/issues/14135"/></summary>
    private const string Remark = "PromQL info:";

    private readonly AuthenticationHeaderValue? _credentials =
        options.BearerToken is { } token ? new("Bearer", token)
        : options.User is { } user ? new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}")))
        : null;

    private string Where => $"Prometheus at {options.Url.Authority}";

    /// <summary>What a query counts in a period; null: there is no sample of it.</summary>
    /// <exception cref="PrometheusException">Nothing that can be believed was given.</exception>
    public async Task<double?> CountAsync(SloQuery query, Period period, CancellationToken ct) =>
        Samples.One(query, await PostAsync("query", query, ct, ("query", query.Over(period.Length)), ("time", Unix(period.To))));

    /// <summary>What a query counts in each whole step, by the step's end; steps without a sample are left out.</summary>
    /// <exception cref="PrometheusException">Nothing that can be believed was given.</exception>
    public async Task<IReadOnlyDictionary<DateTimeOffset, double>> CountAsync(SloQuery query, Steps steps, CancellationToken ct) =>
        Samples.Many(query, await PostAsync("query_range", query, ct, ("query", query.Over(steps.Step)), ("start", Unix(steps.First)), ("end", Unix(steps.Last)), ("step", SloQuery.Seconds(steps.Step))));

    // By POST, since a query may be longer than an address can be.
    private async Task<JsonElement> PostAsync(string path, SloQuery query, CancellationToken ct, params (string Name, string Value)[] form)
    {
        using var late = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            using var client = http.CreateClient(PrometheusHttp.Name);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Url, $"api/v1/{path}"));
            request.Headers.Authorization = _credentials;
            request.Headers.Accept.Add(new("application/json"));
            request.Content = new FormUrlEncodedContent([.. form.Select(one => KeyValuePair.Create(one.Name, one.Value)), KeyValuePair.Create("timeout", SloQuery.Seconds(options.Timeout))]);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var isJson = response.Content.Headers.ContentType?.MediaType is "application/json";
            var answer = isJson ? await ReadAsync(response.Content, query, either.Token) : null;
            return Result(query, response, answer);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.Unknown, InnerException: IOException })
        {
            throw PrometheusException.OfServer($"The connection to {Where} broke while it answered.", broken);
        }
        catch (HttpRequestException unreached)
        {
            throw PrometheusException.OfServer($"{Where} could not be reached ({unreached.HttpRequestError}). Check that it runs, and Slos:Prometheus:Url.", unreached);
        }
        catch (OperationCanceledException slow) when (late.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw PrometheusException.OfServer($"{Where} did not answer within {options.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds. A recording rule may make the query for {query.Of} faster; Slos:Prometheus:Timeout gives it more time.", slow);
        }
    }

    private static async Task<JsonElement?> ReadAsync(HttpContent content, SloQuery query, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        var body = await BoundedBody.ReadAsync(stream, ct) ?? throw PrometheusException.OfQuery(query, $"was answered with more than {BoundedBody.Most / 1024 / 1024} MB. Wrap it in sum(...), so that it gives one number.");
        return WellFormedJson.ReadObject(body.Span);
    }

    private JsonElement Result(SloQuery query, HttpResponseMessage response, JsonElement? answer)
    {
        if (Fault(query, response, answer) is { } fault) throw fault;
        if (answer is not { } json)
            throw PrometheusException.OfServer(response.Content.Headers.ContentType?.MediaType is { } type and not "application/json"
                ? $"{Where} answered with {Shown(type)} instead of JSON. Check Slos:Prometheus:Url; a sign-in page may stand in between."
                : $"{Where} gave an answer that breaks off or is no JSON. Check Slos:Prometheus:Url, and what stands in between.");
        if (json.Text("status") != "success" || json.Part("data") is not { } data) throw PrometheusException.OfServer($"{Where} gave an answer that is no result of a query. Check Slos:Prometheus:Url.");
        if (json.Says("isPartial")) throw PrometheusException.OfServer($"{Where} could read only a part of the data, so nothing is counted. Look at its storage nodes.");
        if (json.Items("warnings").Select(warning => warning.ToString()).FirstOrDefault(warning => !warning.StartsWith(Remark, StringComparison.Ordinal)) is { } doubt) throw PrometheusException.OfQuery(query, $"was answered with a warning, so nothing is counted: {Shown(doubt)}");
        return data;
    }

    /// <summary>Null: it is no failure.</summary>
    private PrometheusException? Fault(SloQuery query, HttpResponseMessage response, JsonElement? answer) => (response.StatusCode, answer?.Text("errorType"), answer?.Text("error")) switch
    {
        (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, _, _) => PrometheusException.OfServer($"{Where} does not let us in ({(int)response.StatusCode}). Check Slos:Prometheus:BearerToken, or User and Password."),
        ( >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest, _, _) => PrometheusException.OfServer($"{Where} sends us to another address ({(int)response.StatusCode}), which is not followed. Set Slos:Prometheus:Url to the final address; a sign-in may stand in between."),
        (_, "timeout" or "canceled", _) => PrometheusException.OfServer($"{Where} gave up on the query for {query.Of}, which took too long. A recording rule may make it faster."),
        (_, "bad_data" or "execution", { } error) => PrometheusException.OfQuery(query, $"is refused by Prometheus: {Shown(error)}"),
        (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, _, _) => PrometheusException.OfServer($"{Where} has no query API there ({(int)response.StatusCode}). Check the path in Slos:Prometheus:Url: api/v1/ comes after it."),
        (_, _, { } error) when answer?.Text("status") == "error" => PrometheusException.OfServer($"{Where} failed: {Shown(error)}"),
        ( < HttpStatusCode.OK or >= HttpStatusCode.Ambiguous, _, _) => PrometheusException.OfServer($"{Where} answered HTTP {(int)response.StatusCode}."),
        _ => null,
    };

    // Words of a stranger: on one line, short, and without what we sent to be let in.
    private string Shown(string words)
    {
        foreach (var secret in new[] { _credentials?.Parameter, options.Password })
            if (secret is { Length: > 0 }) words = words.Replace(secret, "…", StringComparison.Ordinal);
        return Excerpt.Of(CleanText.Line(words), 200);
    }

    private static string Unix(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
