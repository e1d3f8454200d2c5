namespace IncidentBot.Core.Chat;

/// <summary>Which addresses may be followed from what people write.</summary>
public static class WebAddress
{
    /// <summary>True for http and https only: <c>javascript:</c>, <c>data:</c> and the like never become links.</summary>
    public static bool Is(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
