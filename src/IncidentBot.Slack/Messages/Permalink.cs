using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Messages;

/// <summary>Where a message can be opened, as https://docs.slack.dev/reference/methods/chat.getPermalink answers it; made here, for it is needed where nothing may wait.</summary>
internal static class Permalink
{
    /// <param name="workspace">The workspace's address; null: not known yet.</param>
    public static string? Of(Uri? workspace, MessageRef message, string? thread)
    {
        if (workspace is null) return null;
        var top = new Uri(workspace, $"archives/{message.Channel.Id}/p{message.Id.Replace(".", "", StringComparison.Ordinal)}").AbsoluteUri;
        return thread is null || thread == message.Id ? top : $"{top}?thread_ts={thread}&cid={message.Channel.Id}";
    }
}
