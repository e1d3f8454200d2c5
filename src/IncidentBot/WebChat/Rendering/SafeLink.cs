using IncidentBot.Core.Chat;

namespace IncidentBot.WebChat.Rendering;

/// <summary>Which addresses a page may link to.</summary>
public static class SafeLink
{
    /// <summary>The address when it is http, https or a path of this app; null: show the label alone.</summary>
    public static string? Of(string url) => IsAppPath(url) || WebAddress.Is(url) ? url : null;

    public static bool IsAppPath(string url) => url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\');
}
