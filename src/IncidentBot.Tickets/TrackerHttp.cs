using IncidentBot.Core.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tickets;

/// <summary>The HTTP client for what goes to a tracker.</summary>
internal static class TrackerHttp
{
    public const string Name = "tickets";

    public static readonly TimeSpan Answering = TimeSpan.FromSeconds(15);

    /// <summary>Where a setting or a permission is wrong, somebody must put it right first.</summary>
    public static readonly TimeSpan UntilPutRight = TimeSpan.FromMinutes(5);

    /// <summary>More than this is not believed: the next try tells.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private const int LargestAnswer = 32 * 1024 * 1024;
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);

    /// <remarks>Requests are not logged, for their headers hold secrets.</remarks>
    public static void AddTrackerHttp(this IServiceCollection services) => services
        .AddHttpClient(Name, client => (client.Timeout, client.MaxResponseContentBufferSize) = (Answering, LargestAnswer))
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Connecting, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
        .RemoveAllLoggers();

    /// <summary>The tracker did not answer: whether it did what it was asked to is not known. Null when the failure is of another kind.</summary>
    public static ChatException? NoAnswer(Exception failure, string tracker, TimeSpan? wait = null) => failure switch
    {
        HttpRequestException { HttpRequestError: var error } => new(ChatFault.Temporary, $"{tracker} could not be reached ({error}).", wait, failure),
        IOException => new(ChatFault.Temporary, $"the connection to {tracker} broke.", wait, failure),
        OperationCanceledException or TimeoutException => new(ChatFault.Temporary, $"{tracker} took too long to answer.", wait, failure),
        _ => null,
    };

    /// <summary>What no ticket can be the reason of: it waits until somebody has put it right, and is told as the tracker's fault.</summary>
    public static ChatException SetUpIsWrong(ChatException refused) => new(ChatFault.Temporary, refused.Message, UntilPutRight, refused);

    public static TimeSpan Bounded(TimeSpan wait) => wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > LongestWait ? LongestWait : wait;
}
