using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>What Slack knows of people, rooms, times and addresses; the same in marked-up text and in rich text.</summary>
internal static partial class SlackSpans
{
    /// <summary>The reader's own zone and date format: docs.slack.dev/messaging/formatting-message-text#date-formatting</summary>
    public const string MomentFormat = "{date_short_pretty} {time}";

    /// <summary>The id of somebody whom Slack can mention; null for anybody else.</summary>
    public static string? User(Mention mention) => SlackIds.IsSlack(mention.Person.Workspace) && UserId().IsMatch(mention.Person.Id) ? mention.Person.Id : null;

    /// <summary>The id of a channel that Slack can link to; null for any other room.</summary>
    public static string? Channel(RoomLink room) => SlackIds.IsSlack(room.Place.Channel.Workspace) && ChannelId().IsMatch(room.Place.Channel.Id) ? room.Place.Channel.Id : null;

    public static bool IsUser(string id) => UserId().IsMatch(id);

    public static string Name(Mention mention) => "@" + mention.Name;

    public static string Name(RoomLink room) => "#" + room.Name;

    public static string InUtc(Moment moment) => moment.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The address where it may be followed; null: the label stands alone. What would end a link's markup is percent-encoded.</summary>
    public static string? Address(string url)
    {
        var trimmed = url.Trim();
        if (!WebAddress.Is(trimmed)) return null;
        var address = string.Concat(trimmed.Select(c => c is '<' or '>' or '|' or '"' or '`' || char.IsControl(c) || char.IsWhiteSpace(c) ? Uri.EscapeDataString(c.ToString()) : c.ToString()));
        return address.Length <= SlackLimits.Url && !HasHalfCharacters(address) ? address : null;
    }

    private static bool HasHalfCharacters(string text) => CleanText.Of(text).Contains('\uFFFD');

    [GeneratedRegex("^[UW][A-Z0-9]{1,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex UserId();

    [GeneratedRegex("^[CGD][A-Z0-9]{1,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex ChannelId();
}
