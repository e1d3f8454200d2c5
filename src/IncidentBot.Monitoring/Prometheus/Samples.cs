using System.Globalization;
using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Monitoring.Prometheus;

/// <summary>Reads results of queries, and takes nothing for a count that is none. <see href="https://prometheus.io/docs/prometheus/latest/querying/api/#expression-query-result-formats"/></summary>
internal static class Samples
{
    /// <summary>The one number of an instant query; null: there was no sample.</summary>
    public static double? One(SloQuery query, JsonElement data)
    {
        switch (data.Text("resultType"))
        {
            case "scalar":
                return Count(query, data.Part("result"));
            case "vector":
                JsonElement[] series = [.. data.Items("result")];
                return series.Length == 0 ? null : Count(query, Only(query, series).Part("value"));
            default:
                throw NotOneNumber(query, data);
        }
    }

    /// <summary>The numbers of a range query, by their time. What is no count is left out.</summary>
    public static IReadOnlyDictionary<DateTimeOffset, double> Many(SloQuery query, JsonElement data)
    {
        if (data.Text("resultType") != "matrix") throw NotOneNumber(query, data);
        JsonElement[] series = [.. data.Items("result")];
        var counts = new Dictionary<DateTimeOffset, double>();
        if (series.Length == 0) return counts;
        foreach (var sample in Only(query, series).Items("values"))
            if (Time(sample) is { } at && Number(sample) is { } number && double.IsFinite(number) && number >= 0) counts[at] = number;
        return counts;
    }

    private static JsonElement Only(SloQuery query, JsonElement[] series) =>
        series.Length == 1 ? series[0] : throw PrometheusException.OfQuery(query, $"gave {series.Length} series. Wrap it in sum(...), so that it gives one number.");

    private static double Count(SloQuery query, JsonElement? sample) => sample is { } value ? Number(value) switch
    {
        null => throw PrometheusException.OfQuery(query, "gave something that is no number. It is to give one count."),
        double.NaN => throw PrometheusException.OfQuery(query, "gave NaN, which is no count. A division by zero gives that: ask for the counts themselves, without dividing."),
        double.PositiveInfinity or double.NegativeInfinity => throw PrometheusException.OfQuery(query, "gave an infinite number, which is no count. A division by zero gives that: ask for the counts themselves, without dividing."),
        < 0 => throw PrometheusException.OfQuery(query, "gave a negative number, which is no count. Use increase() of a counter, not delta() or a subtraction."),
        { } count => count,
    } : throw PrometheusException.OfQuery(query, "gave a histogram. Take a count out of it, e.g. with histogram_count(...).");

    private static PrometheusException NotOneNumber(SloQuery query, JsonElement data) => PrometheusException.OfQuery(query, data.Text("resultType") switch
    {
        "string" => "gave text. It is to give one number.",
        "matrix" => "gave a range of samples. Count them, e.g. with sum(increase(...[$window])).",
        _ => "was answered with something that is no result.",
    });

    private static DateTimeOffset? Time(JsonElement sample) =>
        sample is { ValueKind: JsonValueKind.Array } && sample.GetArrayLength() == 2 && sample[0] is { ValueKind: JsonValueKind.Number } at && at.TryGetDouble(out var seconds) && Math.Abs(seconds) < MostSeconds
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1000))
            : null;

    private static double? Number(JsonElement sample)
    {
        if (sample.ValueKind is not JsonValueKind.Array || sample.GetArrayLength() != 2 || sample[1].ValueKind is not JsonValueKind.String) return null;
        return sample[1].GetString() switch
        {
            "NaN" => double.NaN,
            "+Inf" or "Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            var text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        };
    }

    /// <summary>The year 9999.</summary>
    private const double MostSeconds = 253_000_000_000;
}
