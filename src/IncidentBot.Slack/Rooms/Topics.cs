using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Rendering;

namespace IncidentBot.Slack.Rooms;

/// <summary>The line at the head of a channel and what the channel is for. Each change is a line in the channel, so what already stands is not set again.</summary>
internal sealed partial class Topics(SlackApi api)
{
    /// <summary>https://docs.slack.dev/reference/methods/conversations.setTopic; the same for purposes.</summary>
    public const int Longest = 250;

    public async Task SetAsync(Place room, string topic, CancellationToken ct)
    {
        var standing = await api.CallAsync("conversations.info", new() { ["channel"] = room.Channel.Id }, ct);
        if (Value(standing.Part("channel"), "topic") == Fit(topic)) return;
        await api.CallAsync("conversations.setTopic", new() { ["channel"] = room.Channel.Id, ["topic"] = Fit(topic) }, ct);
    }

    /// <param name="channel">As Slack showed it last.</param>
    public async Task SetPurposeAsync(string room, string purpose, JsonElement channel, CancellationToken ct)
    {
        if (purpose.Length == 0 || Value(channel, "purpose") == Fit(purpose)) return;
        await api.CallAsync("conversations.setPurpose", new() { ["channel"] = room, ["purpose"] = Fit(purpose) }, ct);
    }

    /// <summary>A topic or purpose as Slack keeps it: escaped, within its limit.</summary>
    public static string Fit(string text) => SlackText.Fallback(CleanText.Line(text), Longest);

    /// <summary>What stands now, as <see cref="Fit"/> makes it, whether Slack gives it escaped or not.</summary>
    public static string Value(JsonElement? channel, string name) => Fit(Unescaped(channel?.Part(name)?.Text("value") ?? ""));

    // Slack keeps a typed address as a link.
    private static string Unescaped(string text) => WebUtility.HtmlDecode(LinkedAddress().Replace(text, "${address}"));

    [GeneratedRegex(@"<(?<address>https?://[^|>]+)(\|[^>]*)?>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LinkedAddress();
}
