namespace IncidentBot.Monitoring.Prometheus;

/// <summary>Prometheus gave no figure that can be believed. The message is a sentence that says what and what to do; it holds no secret.</summary>
/// <param name="isAboutTheQuery">Prometheus works, and another query may do.</param>
internal sealed class PrometheusException(string message, bool isAboutTheQuery, Exception? inner = null) : Exception(message, inner)
{
    public bool IsAboutTheQuery { get; } = isAboutTheQuery;

    public static PrometheusException OfQuery(SloQuery query, string what) => new($"The query for {query.Of} {what}", isAboutTheQuery: true);

    public static PrometheusException OfServer(string what, Exception? inner = null) => new(what, isAboutTheQuery: false, inner);
}
