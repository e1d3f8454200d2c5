using System.Net.Http.Headers;

namespace IncidentBot.Http;

/// <summary>How long a service asks to wait: seconds as a rule, a date from what stands between us.</summary>
public static class RetryAfter
{
    /// <summary>Where a service asks to wait and does not say how long.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    /// <summary>More than this is not believed: the next try tells.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>Null when the header is missing.</summary>
    public static TimeSpan? Of(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var asked = headers.RetryAfter is { } after ? after.Delta ?? after.Date - now : null;
        return asked is not { } wait ? null : wait < Least ? Least : wait > Most ? Most : wait;
    }
}
