using System.Net.Http.Headers;

namespace IncidentBot.Slack.Api;

/// <summary>How long Slack asks to wait (https://docs.slack.dev/apis/web-api/rate-limits): seconds as a rule, a date from what stands between us and Slack.</summary>
internal static class RetryAfter
{
    /// <summary>When the header is missing.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    /// <summary>More than this is not believed: the next try tells.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    public static TimeSpan Of(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var asked = headers.RetryAfter is { } after ? after.Delta ?? after.Date - now : null;
        return asked is not { } wait ? Usual : wait < Least ? Least : wait > Most ? Most : wait;
    }
}
