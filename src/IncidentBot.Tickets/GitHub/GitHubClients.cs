using System.Reflection;
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
        var connection = new Connection(Product, options.ApiBaseUrl, new InMemoryCredentialStore(new Credentials(options.Token)), new HttpClientAdapter(() => handlers.CreateHandler(TrackerHttp.Name)), new SimpleJsonSerializer()) { ResponseCache = _last };
        connection.SetRequestTimeout(TrackerHttp.Answering);
        return new(connection);
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
