using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Events.Text;

namespace IncidentBot.Slack.Events;

/// <summary>A message that begins with the bot's mention is a command too.</summary>
internal static partial class MentionCommand
{
    private const string Help = "help";

    /// <summary>What stands after the mention, still with Slack's marks; null when the message does not begin with it.</summary>
    public static string? WordsIn(Reading reading, JsonElement message) =>
        Leading().Match(message.Text("text") ?? "") is { Success: true } mention && reading.IsSelf(mention.Groups["user"].Value) ? mention.Groups["rest"].Value.Trim() : null;

    /// <summary>The same as people see it.</summary>
    public static async ValueTask<string?> ToBotAsync(Reading reading, JsonElement message, CancellationToken ct) =>
        WordsIn(reading, message) is { } words ? (await IncomingText.ReadAsync(reading, words, ct)).Text : null;

    /// <summary>Null when the message is no command.</summary>
    /// <remarks>Slack sends another app_mention when an edit adds the mention: an edit is no command.</remarks>
    public static async ValueTask<CommandGiven?> ReadAsync(SlackEvent said, MessagePosted posted, CancellationToken ct)
    {
        if (said.Body.Part("edited") is not null || WordsIn(said.Reading, said.Body) is not { } words) return null;
        var text = await IncomingText.ReadAsync(said.Reading, words, ct);
        return new(posted.At, posted.By, posted.Place, text.Text.Length > 0 ? text.Text : Help) { Mentions = text.Mentions, Message = posted.Message };
    }

    [GeneratedRegex(@"^\s*<@(?<user>[^|>]+)(\|[^>]*)?>[\s:,]*(?<rest>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
