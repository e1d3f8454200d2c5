using System.Globalization;

namespace IncidentBot.Slack.Rendering;

/// <summary>A button's <c>action_id</c>: the card's action, and a number because Slack wants it unique in the message.</summary>
internal static class SlackActionId
{
    private const char Mark = '#';

    public static string Of(string action, int number) => string.Create(CultureInfo.InvariantCulture, $"{action}{Mark}{number}");

    /// <summary>The card's action.</summary>
    public static string Read(string actionId) => actionId.LastIndexOf(Mark) is >= 0 and var end ? actionId[..end] : actionId;
}
