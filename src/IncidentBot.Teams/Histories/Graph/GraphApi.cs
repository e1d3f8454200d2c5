using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Histories.Graph;

/// <summary>Reads from Microsoft Graph (learn.microsoft.com/graph/use-the-api). No exception of it names a token.</summary>
internal sealed class GraphApi(TeamsOptions options, IHttpClientFactory clients, GraphToken token, TimeProvider time)
{
    /// <summary>The base of all addresses; nothing is asked elsewhere.</summary>
    public Uri Base { get; } = new(options.GraphUrl, "v1.0/");

    /// <param name="what">Names the request in a failure, e.g. <c>the replies of a thread</c>.</param>
    /// <exception cref="ChatException">It was refused, or no answer came.</exception>
    public async Task<JsonElement> GetAsync(string tenant, Uri address, string what, CancellationToken ct)
    {
        try
        {
            return await AskAsync(address, await token(tenant, false, ct), what, ct);
        }
        catch (GraphException refused) when (refused.Status is HttpStatusCode.Unauthorized)
        {
            return await AskAsync(address, await token(tenant, true, ct), what, ct);
        }
    }

    /// <summary>A link that Graph gave, as long as it leads to Graph itself: the token goes nowhere else.</summary>
    public Uri AddressOf(string link, string what) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && Uri.Compare(address, Base, UriComponents.SchemeAndServer | UriComponents.UserInfo, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
            ? address
            : throw new GraphException(null, ChatFault.Refused, $"Microsoft Graph sent the bot to another host for {what}. It does not go there, so that its token stays safe.");

    private async Task<JsonElement> AskAsync(Uri address, string bearer, string what, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        try
        {
            using var client = clients.CreateClient(GraphHttp.ClientName);
            using var response = await client.SendAsync(request, ct);
            var body = WellFormedJson.ReadObject(await response.Content.ReadAsByteArrayAsync(ct));
            if (!response.IsSuccessStatusCode) throw GraphRefusal.Of(what, response.StatusCode, response.Headers, body, time.GetUtcNow());
            return body ?? throw new GraphException(null, ChatFault.Temporary, $"Microsoft Graph gave {what} without JSON.");
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is HttpRequestException or OperationCanceledException or IOException or Polly.ExecutionRejectedException)
        {
            var why = failure is HttpRequestException { HttpRequestError: var error } ? $"the connection failed ({error})" : failure is IOException ? "the connection broke" : "it took too long";
            throw new GraphException(null, ChatFault.Temporary, $"Microsoft Graph did not give {what}: {why}.", inner: failure);
        }
    }
}
