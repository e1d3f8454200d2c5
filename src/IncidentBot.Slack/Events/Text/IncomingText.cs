using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Events.Text;

/// <summary>A text of Slack as people see it, with the people that it mentions in the order in which they stand.</summary>
/// <remarks>What stands between angle brackets is Slack's; brackets that people typed come escaped (docs.slack.dev/messaging/formatting-message-text).
/// Markers of bold and the like stay as typed.</remarks>
internal sealed partial record IncomingText(string Text, IReadOnlyList<Person> Mentions)
{
    public static async ValueTask<IncomingText> ReadAsync(Reading reading, string text, CancellationToken ct)
    {
        var seen = new StringBuilder(text.Length);
        var mentions = new List<Person>();
        var end = 0;
        foreach (Match match in Bracketed().Matches(text))
        {
            seen.Append(Words(text[end..match.Index]));
            end = match.Index + match.Length;
            var (sigil, target, label) = (match.Groups["sigil"].Value, match.Groups["target"].Value, Unescape(match.Groups["label"].Value));
            if (sigil != "@")
            {
                seen.Append(Named(sigil, target, match.Groups["label"].Success ? label : null));
                continue;
            }
            var person = await reading.People(reading.Team, target, label.Length > 0 ? label.TrimStart('@') : null, ct);
            seen.Append('@').Append(person.Name);
            if (!reading.IsSelf(target)) mentions.Add(person);
        }
        return new(seen.Append(Words(text[end..])).ToString(), [.. mentions.DistinctBy(person => person.Ref)]);
    }

    private static string Words(string between) => Unescape(Emoji.Shown(between));

    // Slack leaves the label of a channel empty when not everybody may know its name.
    private static string Named(string sigil, string target, string? label) => sigil switch
    {
        "#" => label switch { null => "#a channel", "" => "#a private channel", _ => "#" + label },
        "!" => Special(target, label ?? ""),
        _ => Link(Unescape(target), label ?? ""),
    };

    private static string Special(string target, string label) => target.Split('^') switch
    {
        ["here" or "channel" or "everyone"] => "@" + target,
        _ when label.Length > 0 => label,
        ["subteam", ..] => "@a user group",
        ["date", var seconds, ..] when SlackTime.Read(seconds) is { } at => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        _ => target,
    };

    private static string Link(string url, string label)
    {
        var bare = Address().Replace(url, "");
        return label.Length == 0 ? bare : IsSame(bare, label) ? label : $"{label} ({bare})";
    }

    // Slack makes <http://example.com|example.com> of a typed example.com.
    private static bool IsSame(string url, string label) => label == url || Scheme().Replace(url, "").TrimEnd('/') == Scheme().Replace(label, "").TrimEnd('/');

    private static string Unescape(string text) => text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    // Without a sigil only what begins with a scheme is a link: "<3" is not.
    [GeneratedRegex(@"<((?<sigil>[@#!])|(?=[A-Za-z][A-Za-z0-9+.-]*:))(?<target>[^<>|\s][^<>|]*)(\|(?<label>[^<>]*))?>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex("^(mailto|tel):", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex("^https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
