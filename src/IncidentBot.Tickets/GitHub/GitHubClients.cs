using System.Reflection;
using IncidentBot.Core.Chat;
using Octokit;
using Octokit.Caching;
using Octokit.Internal;

namespace IncidentBot.Tickets.GitHub;

/// <summary>Makes Octokit's client over our own HTTP handlers. A list that is asked for again is asked for conditionally, which costs nothing of the rate limit while nothing changed.</summary>
internal sealed class GitHubClients(GitHubOptions options, IHttpMessageHandlerFactory handlers)
{
    private static readonly ProductHeaderValue Product = new("IncidentBot", Assembly.GetExecutingAssembly().GetName().Version?.ToString(3));
    private readonly LastList _last = new();

    public GitHubClient New()
    {
        var connection = new Connection(Product, options.ApiBaseUrl, new InMemoryCredentialStore(new Credentials(options.Token)), new HttpClientAdapter(() => new OnlyThere(options.ApiBaseUrl, handlers.CreateHandler(TrackerHttp.Name))), new SimpleJsonSerializer()) { ResponseCache = _last };
        connection.SetRequestTimeout(TrackerHttp.Answering);
        return new(connection);
    }

    /// <summary>Octokit follows redirects by itself, as a renamed repository needs it, and takes the token along: never to another place than the one that is set.</summary>
    private sealed class OnlyThere(Uri site, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Uri.Compare(request.RequestUri, site, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
                ? base.SendAsync(request, cancellationToken)
                : throw new ChatException(ChatFault.Temporary, $"{site.Authority} sends on to another place, which is not followed. Set Tickets:GitHub:ApiBaseUrl to where the API is now.", TrackerHttp.UntilPutRight);
    }

    /// <summary>Keeps the last list of changes and nothing else.</summary>
    private sealed class LastList : IResponseCache
    {
        private (string Address, CachedResponse.V1 Response)? _kept;

        public Task<CachedResponse.V1> GetAsync(IRequest request) => Task.FromResult(_kept is { } kept && kept.Address == request.Endpoint.ToString() ? kept.Response : null!);

        public Task SetAsync(IRequest request, CachedResponse.V1 cachedResponse)
        {
            if (request.Endpoint.ToString() is var address && address.Contains("since=", StringComparison.Ordinal)) _kept = (address, cachedResponse);
            return Task.CompletedTask;
        }
    }
}
