using System.Text.RegularExpressions;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.EndToEnd;

/// <summary>The link to a file that the program offers for download.</summary>
internal static partial class FileLink
{
    public static string? In(Message message) => Address().Match(message.Text + message.Attachments.ToJsonString()) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"https?://[^\s""()<>\\]+/files/[A-Za-z0-9_-]+/[^\s""()<>\\]+")]
    private static partial Regex Address();
}
