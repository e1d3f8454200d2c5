using System.Collections.Frozen;
using Polly;
using Polly.Retry;

namespace IncidentBot.Slack.Api;

/// <summary>The methods that change nothing, so that a call whose answer got lost may simply be made again.</summary>
internal static class SlackReads
{
    private static readonly FrozenSet<string> Methods = FrozenSet.Create(
        "auth.test", "conversations.history", "conversations.info", "conversations.list", "conversations.members", "conversations.replies",
        "usergroups.list", "usergroups.users.list", "users.conversations", "users.info", "bookmarks.list");

    public static bool Contains(string method) => Methods.Contains(method);

    /// <summary>Repeats a call that got no answer, soon and not often. Each try waits for its turn, which a retry inside the HTTP client would not.</summary>
    public static ResiliencePipeline Repeating(TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SlackApiException>(failure => failure.Error == SlackErrors.NoAnswer),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(300),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();
}
