using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Http;

namespace IncidentBot.Teams.Auth;

/// <summary>Reads the Connector's keys from where its metadata says they are.</summary>
/// <remarks>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication</remarks>
internal sealed class KeyDownload(TeamsOptions options, IHttpClientFactory http)
{
    public const string HttpName = "teams.keys";

    /// <exception cref="KeysUnavailableException">They cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, ConnectorKey>> ReadAsync(CancellationToken ct)
    {
        var metadata = await ReadAsync(options.MetadataUrl, ct);
        if (!Uri.TryCreate(metadata.Text("jwks_uri"), UriKind.Absolute, out var keys) || keys.Scheme != options.MetadataUrl.Scheme)
            throw new KeysUnavailableException($"{options.MetadataUrl} does not say where the keys are");
        return ConnectorKey.ReadSet(await ReadAsync(keys, ct));
    }

    private async Task<JsonElement> ReadAsync(Uri address, CancellationToken ct)
    {
        try
        {
            using var client = http.CreateClient(HttpName);
            return WellFormedJson.ReadObject(await client.GetByteArrayAsync(address, ct)) ?? throw new KeysUnavailableException($"{address} answers with no JSON object");
        }
        catch (HttpRequestException failed)
        {
            throw new KeysUnavailableException($"{address} cannot be read: {failed.Message}", failed);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new KeysUnavailableException($"{address} does not answer in time", late);
        }
    }
}
