namespace IncidentBot.Core.Chat;

/// <summary>Which addresses may be followed from what people write.</summary>
public static class WebAddress
{
    private const int LongestLabel = 40;

    /// <summary>True for http and https only: <c>javascript:</c>, <c>data:</c> and the like never become links.</summary>
    public static bool Is(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>A few characters that name a page, for where the whole address does not fit: <c>PAY-123</c>, <c>issues/42</c>, else its host.</summary>
    public static string Label(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return address;
        var parts = Uri.UnescapeDataString(uri.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var label = parts is [.., var folder, var number] && number.All(char.IsAsciiDigit) ? $"{folder}/{number}" : parts is [.., var last] ? last : "";
        return uri.Query.Length > 0 || label.Length is 0 or > LongestLabel || label.Any(char.IsControl) ? uri.Host : label;
    }
}
