using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tests.Teams.Workspace;

/// <summary>The way to the double for a program in the test's process, which believes that it calls Microsoft: the host becomes the beginning of the path.</summary>
public sealed class ToWorkspace(Uri workspace) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private const string Meant = "x-double-meant";
    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["smba.trafficmanager.net"] = "connector/",
        ["login.microsoftonline.com"] = "login/",
        ["login.botframework.com"] = "openid/",
        ["graph.microsoft.com"] = "graph/",
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var meant = request.RequestUri!;
        if (meant.Scheme != "https" || !Prefixes.TryGetValue(meant.Host, out var prefix)) throw new HttpRequestException($"Nobody is at {meant}");
        request.Headers.TryAddWithoutValidation(Meant, meant.GetLeftPart(UriPartial.Authority) + "/");
        request.RequestUri = new(workspace, prefix + meant.PathAndQuery[1..]);
        request.Headers.Host = null;
        return base.SendAsync(request, cancellationToken);
    }

    /// <summary>The address of a call as whoever called believes it to be, without the query.</summary>
    internal static string AddressOf(HttpRequest request)
    {
        var path = request.Path.ToUriComponent();
        return request.Headers[Meant].ToString() is { Length: > 0 } meant ? meant + path[(path.IndexOf('/', 1) + 1)..] : $"{request.Scheme}://{request.Host}{path}";
    }
}
