using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.Teams.EndToEnd;
using IncidentBot.Tests.Teams.Workspace;
using IncidentBot.Tests.Teams.Workspace.Delivery;
using IncidentBot.Tests.Teams.Workspace.Login;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace IncidentBot.Tests.Teams.Node;

/// <summary>Tokens of every kind, given to our endpoint and to one on Microsoft's own SDK: they agree, but where ours is to be stricter.</summary>
public sealed class TokenMatrixTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TeamsWorkspace? _teams;
    private NodeProcess? _node;
    private BotEndpoint? _theirs;
    private TeamsProgram? _program;
    private BotEndpoint? _ours;

    private TeamsWorkspace Teams => _teams!;

    public async ValueTask InitializeAsync()
    {
        NodePackages.Folder();
        _teams = await TeamsWorkspace.StartAsync();
        _node = new("endpoint.mjs", [("APP_ID", Teams.Options.AppId), ("METADATA_URL", $"{Teams.Url}openid/v1/.well-known/openidconfiguration")]);
        Teams.OpenId.Publish("webchat-only", "webchat");
        Teams.OpenId.Publish("not-endorsed", null!);
        _program = await TeamsProgram.StartAsync(Teams, _folder.FullPath);
        _theirs = Teams.Tell(await _node.ListeningAsync());
        _ours = Teams.Tell(_program.Url);
    }

    [Fact]
    public async Task They_agree_but_where_ours_is_stricter()
    {
        var now = TimeProvider.System.GetUtcNow();
        var good = new ActivityToken(Teams.Options.AppId, TeamsWorkspace.RealServiceUrl);
        using var unknown = new SigningKey("key-9", ["msteams"]);
        using var forged = new SigningKey("key-1", ["msteams"]);

        await BothAsync("good", HttpStatusCode.OK, Signed(good));
        await BothAsync("expired four minutes ago", HttpStatusCode.OK, Signed(good with { From = now.AddHours(-1), Until = now.AddMinutes(-4) }));
        await BothAsync("expired six minutes ago", HttpStatusCode.Unauthorized, Signed(good with { From = now.AddHours(-1), Until = now.AddMinutes(-6) }));
        await BothAsync("not good yet for six minutes", HttpStatusCode.Unauthorized, Signed(good with { From = now.AddMinutes(6) }), theirs: HttpStatusCode.InternalServerError);
        await BothAsync("no header", HttpStatusCode.Unauthorized, null);
        await BothAsync("another scheme", HttpStatusCode.Unauthorized, "Basic dGVzdDp0ZXN0");
        await BothAsync("another bot", HttpStatusCode.Unauthorized, Signed(good with { Audience = "99999999-2222-4333-8444-555555555555" }));
        await BothAsync("no audience", HttpStatusCode.Unauthorized, Signed(good with { Audience = null }));
        await BothAsync("another issuer", HttpStatusCode.Unauthorized, Signed(good with { IssuedBy = "https://login.example.com" }));
        await BothAsync("another service", HttpStatusCode.Unauthorized, Signed(good with { ServiceUrl = "https://smba.trafficmanager.net/amer/" }));
        await BothAsync("no service", HttpStatusCode.Unauthorized, Signed(good with { ServiceUrl = null }));
        await BothAsync("a key for webchat only", HttpStatusCode.Unauthorized, $"Bearer {Teams.OpenId.Published("webchat-only").Sign(good.ToClaims())}");
        await BothAsync("an unknown key", HttpStatusCode.Unauthorized, $"Bearer {unknown.Sign(good.ToClaims())}");
        await BothAsync("alg none", HttpStatusCode.Unauthorized, $"Bearer {Unsigned(good)}", theirs: null);
        await BothAsync("a forged signature", HttpStatusCode.Unauthorized, $"Bearer {forged.Sign(good.ToClaims())}", theirs: HttpStatusCode.InternalServerError);
        await BothAsync("a key without endorsements", HttpStatusCode.Unauthorized, $"Bearer {Teams.OpenId.Published("not-endorsed").Sign(good.ToClaims())}", theirs: HttpStatusCode.OK);
        await BothAsync("the service in capitals", HttpStatusCode.OK, Signed(good with { ServiceUrl = "https://SMBA.trafficmanager.net/EMEA/" }), theirs: HttpStatusCode.Unauthorized);
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        if (_node is not null) await _node.DisposeAsync();
        if (_teams is not null) await _teams.DisposeAsync();
        _folder.Dispose();
    }

    private Task BothAsync(string what, HttpStatusCode both, string? authorization) => BothAsync(what, both, authorization, both);

    /// <param name="theirs">Null: theirs refuses, in whichever way.</param>
    private async Task BothAsync(string what, HttpStatusCode ours, string? authorization, HttpStatusCode? theirs)
    {
        var body = Teams.Activities.Message(Teams.Person("ana").Says("incidents", what)).ToJsonString();
        var said = (Ours: (await _ours!.PostAsync(body, authorization)).Status, Theirs: (await _theirs!.PostAsync(body, authorization)).Status);
        output.WriteLine($"{what}: ours {said.Ours}, theirs {said.Theirs}");
        Assert.True(ours == said.Ours, $"{what}: ours answers {said.Ours}");
        Assert.True(theirs is null ? said.Theirs is not HttpStatusCode.OK : theirs == said.Theirs, $"{what}: theirs answers {said.Theirs}");
    }

    private string Signed(ActivityToken token) => $"Bearer {Teams.OpenId.Current.Sign(token.ToClaims())}";

    private static string Unsigned(ActivityToken token) =>
        $"{Encoded(new() { ["alg"] = "none", ["typ"] = "JWT", ["kid"] = "key-1" })}.{Encoded(token.ToClaims())}.";

    private static string Encoded(JsonObject json) => WebEncoders.Base64UrlEncode(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
}
