using System.Globalization;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Slack.Rooms;

/// <summary>The names to try for a room, within what Slack allows (https://docs.slack.dev/reference/methods/conversations.create#naming).</summary>
internal static class RoomName
{
    /// <summary>The wished name, then <c>-2</c>, <c>-3</c> and so on.</summary>
    public static string Of(string wished, int number)
    {
        var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return wished.Length + suffix.Length <= RoomNames.MostCharacters ? wished + suffix : wished[..(RoomNames.MostCharacters - suffix.Length)].TrimEnd('-', '_') + suffix;
    }
}
