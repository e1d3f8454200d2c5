namespace IncidentBot.WebChat;

/// <summary>Tells browsers what the chat's pages may do: run our own scripts and talk to this server, and nothing else.</summary>
/// <remarks>MudBlazor writes its theme as inline styles; scripts are files, all of them.</remarks>
public sealed class PageHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
