using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Events.Text;

namespace IncidentBot.Slack.Events;

/// <summary>A message that begins with the bot's mention is a command too.</summary>
internal static partial class MentionCommand
{
    private const string Help = "help";

    /// <summary>What stands after the mention, still with Slack's marks; null when the message is no command.</summary>
    /// <remarks>Slack sends another app_mention when an edit adds the mention: an edit is no command.</remarks>
    public static string? In(SlackEvent said) =>
        said.Body.Part("edited") is null && Leading().Match(said.Body.Text("text") ?? "") is { Success: true } mention && said.Reading.IsSelf(mention.Groups["user"].Value) ? mention.Groups["rest"].Value : null;

    public static async ValueTask<CommandGiven> ReadAsync(Reading reading, MessagePosted posted, string words, CancellationToken ct)
    {
        var text = await IncomingText.ReadAsync(reading, words.Trim(), ct);
        return new(posted.At, posted.By, posted.Place, text.Text.Length > 0 ? text.Text : Help) { Mentions = text.Mentions };
    }

    [GeneratedRegex(@"^\s*<@(?<user>[^|>]+)(\|[^>]*)?>[\s:,]*(?<rest>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
