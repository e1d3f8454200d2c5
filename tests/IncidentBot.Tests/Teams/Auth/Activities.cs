using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Auth;

/// <summary>An activity with all that is checked of one.</summary>
internal static class Activities
{
    public static JsonObject Message(Action<JsonObject>? change = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "1795442700000",
            ["timestamp"] = "2026-11-23T14:05:00.0000000Z",
            ["serviceUrl"] = ConnectorToken.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:ana", ["name"] = "Ana", ["aadObjectId"] = "aaaaaaaa-0000-4000-8000-000000000001" },
            ["recipient"] = new JsonObject { ["id"] = "28:" + ConnectorToken.AppId, ["name"] = "IncidentBot" },
            ["conversation"] = new JsonObject { ["id"] = "a:personal-ana", ["conversationType"] = "personal", ["tenantId"] = AuthenticationUnderTest.Options.TenantId },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = AuthenticationUnderTest.Options.TenantId } },
            ["text"] = "help",
        };
        change?.Invoke(activity);
        return activity;
    }

    public static JsonElement Read(JsonObject activity) => JsonSerializer.SerializeToElement(activity);
}
