using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Workspace.Login;

/// <summary>The Connector's OpenID metadata and its keys.</summary>
public sealed class OpenId : IDisposable
{
    private readonly List<SigningKey> _published = [];

    public OpenId() => Current = Publish("key-1", "msteams", "webchat");

    /// <summary>What signs activities.</summary>
    public SigningKey Current { get; private set; }

    /// <summary>How often the keys were read.</summary>
    public int Reads { get; private set; }

    /// <summary>One more key that is shown to whoever asks.</summary>
    /// <param name="endorsements">Null: without the list.</param>
    public SigningKey Publish(string id, params string[]? endorsements)
    {
        var key = new SigningKey(id, endorsements);
        _published.Add(key);
        return key;
    }

    public SigningKey Published(string id) => _published.Find(key => key.Id == id) ?? throw new InvalidOperationException($"There is no key {id}");

    /// <summary>Signs with a new key from now on, as the Connector does from time to time.</summary>
    public void Rotate(string id) => Current = Publish(id, "msteams");

    /// <param name="keysAt">Where the keys are.</param>
    public static JsonObject Metadata(Uri keysAt) => new()
    {
        ["issuer"] = ActivityToken.Issuer,
        ["authorization_endpoint"] = "https://invalid.botframework.com",
        ["jwks_uri"] = keysAt.ToString(),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    };

    public JsonObject Keys()
    {
        Reads++;
        return new() { ["keys"] = new JsonArray([.. _published.Select(key => key.ToJson())]) };
    }

    public void Dispose() => _published.ForEach(key => key.Dispose());
}
