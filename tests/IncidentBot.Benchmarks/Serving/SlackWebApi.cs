using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Benchmarks.Serving;

/// <summary>Slack's Web API as far as the bot asks it while it is measured: who it is and who people are, answered at once.</summary>
internal static class SlackWebApi
{
    /// <summary>Relative to the server.</summary>
    public const string Path = "bench/slack/";

    public static void MapSlackWebApi(this IEndpointRouteBuilder routes)
    {
        routes.MapPost($"/{Path}auth.test", () => Answer(new() { ["team_id"] = RunningIncidents.Team, ["user_id"] = "UBOT", ["bot_id"] = "BBOT", ["url"] = "https://example.slack.com/" }));
        routes.MapPost($"/{Path}users.info", async (HttpRequest request) => Answer(new() { ["user"] = User((await request.ReadFormAsync())["user"].ToString()) }));
        routes.MapPost($"/{Path}{{method}}", () => Answer([]));
    }

    private static IResult Answer(JsonObject body)
    {
        body["ok"] = true;
        return Results.Json(body);
    }

    private static JsonObject User(string id) => new() { ["id"] = id, ["name"] = id, ["real_name"] = $"Person {id}", ["tz"] = "Etc/UTC" };
}
