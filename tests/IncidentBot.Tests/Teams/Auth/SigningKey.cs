using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Auth;

/// <summary>A key of a Connector of ours.</summary>
/// <param name="Endorsements">Null: it says nothing of channels.</param>
internal sealed record SigningKey(string Id, params string[]? Endorsements)
{
    public static readonly SigningKey Teams = new("teams", "msteams", "webchat");
    public static readonly SigningKey WebChat = new("webchat", "webchat");
    public static readonly SigningKey Unendorsed = new("unendorsed", null);
    public static readonly SigningKey EndorsedForNone = new("none");
    public static readonly SigningKey New = new("new", "msteams");

    /// <summary>Another key under the id of <see cref="Teams"/>.</summary>
    public static readonly SigningKey Forged = new(Teams.Id, "msteams");

    public RSA Rsa { get; } = RSA.Create(2048);

    public JsonObject Json
    {
        get
        {
            var key = Rsa.ExportParameters(includePrivateParameters: false);
            var json = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = Id, ["x5t"] = Id, ["n"] = Base64Url.EncodeToString(key.Modulus), ["e"] = Base64Url.EncodeToString(key.Exponent) };
            if (Endorsements is not null) json["endorsements"] = new JsonArray([.. Endorsements.Select(channel => JsonValue.Create(channel))]);
            return json;
        }
    }
}
