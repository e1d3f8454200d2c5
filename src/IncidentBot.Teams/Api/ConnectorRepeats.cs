using System.Net;
using Polly;
using Polly.Retry;

namespace IncidentBot.Teams.Api;

/// <summary>Which calls are made again soon, a few times. Each try waits for its turn, which a retry inside the HTTP client would not.</summary>
internal static class ConnectorRepeats
{
    /// <summary>Only what was surely not done. A post whose answer got lost is for the caller, who looks first.</summary>
    public static ResiliencePipeline OfPosts(TimeProvider time) => Of(time, refused => refused.Status is HttpStatusCode.PreconditionFailed);

    /// <summary>What changes nothing, or may be done twice.</summary>
    public static ResiliencePipeline OfOthers(TimeProvider time) =>
        Of(time, refused => refused is { Status: HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout } or { Status: null, InnerException: not null });

    private static ResiliencePipeline Of(TimeProvider time, Func<TeamsApiException, bool> repeated) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle(repeated),
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromMilliseconds(300),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();
}
