namespace IncidentBot.Slack.Api;

/// <summary>How often methods may be called (https://docs.slack.dev/apis/web-api/rate-limits). Those that are not named here are free until Slack says otherwise.</summary>
/// <param name="Name">Methods of one name share their turns.</param>
/// <param name="PerChannel">Each channel counts apart.</param>
/// <param name="Every">One more call each.</param>
/// <param name="Burst">So many at once after a pause.</param>
/// <param name="Patience">A longer wait is the caller's: it gets the rest of the time.</param>
internal sealed record SlackRate(string Name, bool PerChannel, TimeSpan Every, int Burst, TimeSpan Patience)
{
    /// <summary>Tier 3: 50 and more a minute, for each method.</summary>
    public const int Tier3PerMinute = 50;

    /// <summary>What a worker may wait for a call without being missed elsewhere.</summary>
    public static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    // "chat.postMessage … 1 per second per channel", bursts are tolerated. An update is drawn in the same place.
    private static readonly SlackRate Posting = new("posting", true, TimeSpan.FromSeconds(1), 4, ShortWait);

    // Reading a history is work in the background that nobody waits for: it takes its turn.
    private static readonly SlackRate Histories = new("histories", false, TimeSpan.FromMinutes(1) / Tier3PerMinute, 10, TimeSpan.FromMinutes(1));
    private static readonly SlackRate Replies = Histories with { Name = "replies" };

    /// <summary>The rate of a method; null: free.</summary>
    public static SlackRate? Of(string method) => method switch
    {
        "chat.postMessage" or "chat.update" => Posting,
        "conversations.history" => Histories,
        "conversations.replies" => Replies,
        _ => null,
    };
}
