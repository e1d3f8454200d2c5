using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Api;
using IncidentBot.Teams.Tokens;

namespace IncidentBot.Teams.Histories.Graph;

/// <summary>Reads from Microsoft Graph (learn.microsoft.com/graph/use-the-api). No exception of it names a token.</summary>
internal sealed class GraphApi(TeamsOptions options, BotTokens tokens, IHttpClientFactory clients, TimeProvider time)
{
    private readonly string _scope = options.GraphUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>The base of all addresses; nothing is asked elsewhere.</summary>
    public Uri Base { get; } = new(options.GraphUrl, "v1.0/");

    /// <summary>A link that Graph gave, as long as it leads to Graph itself: the token goes nowhere else.</summary>
    /// <param name="what">Names the request in a failure, e.g. <c>the replies of a thread</c>.</param>
    /// <exception cref="GraphException">It leads elsewhere.</exception>
    public Uri AddressOf(string link, string what) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && Uri.Compare(address, Base, UriComponents.SchemeAndServer | UriComponents.UserInfo, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
            ? address
            : throw new GraphException(null, ChatFault.Refused, $"Microsoft Graph sent the bot to another host for {what}. It does not go there, so that its token stays safe.");

    /// <param name="address">Under <see cref="Base"/>, or of <see cref="AddressOf"/>.</param>
    /// <returns>The JSON object of the answer.</returns>
    /// <exception cref="ChatException">It was refused, or no answer came.</exception>
    public async Task<JsonElement> GetAsync(string tenant, Uri address, string what, CancellationToken ct)
    {
        var token = await TokenAsync(tenant, ct);
        try
        {
            return await AskAsync(address, token, what, ct);
        }
        catch (GraphException refused) when (refused.Status is HttpStatusCode.Unauthorized)
        {
            tokens.Forget(_scope, token, TenantOf(tenant));
            return await AskAsync(address, await TokenAsync(tenant, ct), what, ct);
        }
    }

    /// <summary>A token for the data of a tenant.</summary>
    /// <exception cref="ChatException">There is none.</exception>
    public async Task<string> TokenAsync(string tenant, CancellationToken ct) =>
        await tokens.ForAsync(_scope, TenantOf(tenant), ct) ?? throw new ChatException(ChatFault.Refused, "a trial without tokens cannot ask Microsoft Graph");

    // Only a bot that is registered for many tenants is asked for in another one than its own.
    private string? TenantOf(string tenant) => options.AppType is TeamsAppType.MultiTenant ? tenant : null;

    private async Task<JsonElement> AskAsync(Uri address, string token, string what, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var client = clients.CreateClient(TeamsHttp.Graph);
            using var response = await client.SendAsync(request, ct);
            var body = WellFormedJson.ReadObject(await response.Content.ReadAsByteArrayAsync(ct));
            if (!response.IsSuccessStatusCode) throw GraphRefusal.Of(what, response.StatusCode, response.Headers, body, time.GetUtcNow());
            return body ?? throw new GraphException(null, ChatFault.Temporary, $"Microsoft Graph gave {what} without JSON.");
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && TeamsHttp.NoAnswer(failure) is { } why)
        {
            throw new GraphException(null, ChatFault.Temporary, $"Microsoft Graph did not give {what}: {why}.", inner: failure);
        }
    }
}
