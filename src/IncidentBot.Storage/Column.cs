using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Core.Chat;

namespace IncidentBot.Storage;

/// <summary>Looked-up columns and the texts in them. Several parts are joined so that one ordinal range finds a part's rows in order.</summary>
internal static class Column
{
    public const string Room = "room";
    public const string Listed = "listed";
    public const string State = "state";
    public const string Incident = "incident";
    public const string Source = "source";
    public const string Ticket = "ticket";

    public const string Due = "due";

    public const string Slo = "slo";

    public const string Group = "alert_group";

    public const string Open = "open";
    public const string Closed = "closed";

    private const char Separator = '\u001f'; // in no platform's ids, and below every printable character, so that order is by part

    public static string Joined(params ReadOnlySpan<string> parts) => string.Join(Separator, parts!);

    /// <summary>The beginning of all texts whose first parts are these.</summary>
    public static string Beginning(params ReadOnlySpan<string> parts) => Joined(parts) + Separator;

    /// <summary>A long text of others, by which it can be found and not read.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string Of(int number) => number.ToString("D10", CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>To the millisecond, in UTC.</summary>
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    public static string Of(Place place) => place.Thread is { } thread
        ? Joined(place.Channel.Workspace, place.Channel.Id, thread)
        : Joined(place.Channel.Workspace, place.Channel.Id, "");

    public static string Of(MessageRef message) => Joined(message.Channel.Workspace, message.Channel.Id, message.Id);
}
