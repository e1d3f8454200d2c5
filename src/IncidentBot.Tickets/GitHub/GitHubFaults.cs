using System.Globalization;
using System.Net;
using IncidentBot.Core.Chat;
using Octokit;

namespace IncidentBot.Tickets.GitHub;

/// <summary>What Octokit throws, as what is to be done about it.</summary>
/// <remarks>Rate limits: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api – wait for Retry-After, else until the reset when nothing is left, else a minute.</remarks>
internal static class GitHubFaults
{
    private static readonly TimeSpan WithoutWord = TimeSpan.FromMinutes(1);

    public static async Task<T> RunAsync<T>(string repository, DateTimeOffset now, Task<T> request)
    {
        try
        {
            return await request;
        }
        catch (ApiException refused)
        {
            throw Of(refused, repository, now);
        }
        catch (Exception failure) when (TrackerHttp.NoAnswer(failure, "GitHub") is { } unanswered)
        {
            throw unanswered;
        }
    }

    private static ChatException Of(ApiException refused, string repository, DateTimeOffset now) => refused.StatusCode switch
    {
        _ when IsLimit(refused) => new(ChatFault.Temporary, "GitHub asks to slow down.", TrackerHttp.Bounded(WaitOf(refused, now)), refused),
        HttpStatusCode.Unauthorized => PutRight("GitHub does not know the token. Make a new one and set Tickets:GitHub:Token.", refused),
        HttpStatusCode.Forbidden => PutRight($"the token may not do this in {repository}. Give it the permission \"Issues: read and write\" there.", refused),
        HttpStatusCode.NotFound => new(ChatFault.Gone, $"GitHub does not find it. Is {repository} the right repository, and may the token see it?", null, refused),
        HttpStatusCode.Gone => new(ChatFault.Gone, $"it was deleted, or issues are switched off in {repository}. Switch them on in the repository's settings.", null, refused),
        >= HttpStatusCode.InternalServerError => new(ChatFault.Temporary, $"GitHub has trouble ({Number(refused.StatusCode)}).", Header(refused, "Retry-After") is { } seconds ? TrackerHttp.Bounded(seconds) : null, refused),
        _ => new(ChatFault.Refused, $"it answered {Number(refused.StatusCode)}: {Details(refused)}", null, refused),
    };

    private static ChatException PutRight(string words, ApiException refused) => new(ChatFault.Temporary, words, TrackerHttp.UntilPutRight, refused);

    private static bool IsLimit(ApiException refused) =>
        refused is RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException
        || refused.StatusCode is HttpStatusCode.TooManyRequests
        || (refused.StatusCode is HttpStatusCode.Forbidden && (Header(refused, "Retry-After") is not null || Text(refused, "X-RateLimit-Remaining") == "0"));

    private static TimeSpan WaitOf(ApiException refused, DateTimeOffset now) =>
        Header(refused, "Retry-After")
        ?? (Text(refused, "X-RateLimit-Remaining") == "0" && long.TryParse(Text(refused, "X-RateLimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset) ? DateTimeOffset.FromUnixTimeSeconds(reset) - now : WithoutWord);

    private static TimeSpan? Header(ApiException refused, string name) => int.TryParse(Text(refused, name), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    private static string? Text(ApiException refused, string name) =>
        refused.HttpResponse?.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string Details(ApiException refused) => Excerpt.Of(CleanText.Line(string.Join(", ",
        (refused.ApiError?.Errors ?? []).Select(error => error.Message is { Length: > 0 } message ? message : $"{error.Field} is {error.Code}").Prepend(refused.Message))), 300);

    private static string Number(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);
}
