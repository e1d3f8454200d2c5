using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.Api;
using IncidentBot.Tests.Teams.Workspace.Login;
using IncidentBot.Tests.Teams.Workspace.State;
using Xunit;

namespace IncidentBot.Tests.Teams.Workspace;

/// <summary>The double refuses what Teams refuses, in Teams' words.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private TeamsWorkspace? _workspace;
    private string _token = "";

    private TeamsWorkspace Teams => _workspace!;

    private Conversation Incidents => Teams.Conversation("incidents");

    public async ValueTask InitializeAsync()
    {
        _workspace = await TeamsWorkspace.StartAsync();
        _token = (string)(await TokenAsync())!["access_token"]!;
    }

    [Theory]
    [InlineData("client_secret", "wrong", "invalid_client")]
    [InlineData("client_id", "99999999-2222-4333-8444-555555555555", "unauthorized_client")]
    [InlineData("scope", "https://api.botframework.com", "invalid_scope")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    public async Task Wrong_requests_for_a_token(string field, string value, string error) => Assert.Equal(error, (string?)(await TokenAsync((field, value)))!["error"]);

    [Fact]
    public async Task A_call_without_a_token_or_with_one_for_something_else()
    {
        _token = "";
        Assert.StartsWith("401", await SendAsync(Incidents.Id, Text("x")), StringComparison.Ordinal);
        _token = (string)(await TokenAsync(("scope", LoginServer.GraphScope)))!["access_token"]!;
        Assert.StartsWith("401", await SendAsync(Incidents.Id, Text("x")), StringComparison.Ordinal);
        Assert.Single(Teams.State.Violations);
    }

    [Theory]
    [InlineData("""{"text":"x"}""", "400 BadArgument")]
    [InlineData("""{"type":"message"}""", "400 BadSyntax")]
    [InlineData("""{"type":"event","text":"x"}""", "400 BadArgument")]
    [InlineData("""{"type":"message","text":"hello","entities":[{"type":"mention","text":"<at>Ana Sousa</at>","mentioned":{"id":"29:1ana-mri"}}]}""", "400 MissingProperty")]
    [InlineData("""{"type":"message","text":"<at>X</at>","entities":[{"type":"mention","text":"<at>X</at>","mentioned":{"id":"29:nobody"}}]}""", "400 BadArgument")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.6","body":[]}}]}""", "400 BadArgument")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock"}]}}]}""", "400 BadArgument")]
    public async Task Activities_that_cannot_be(string activity, string error) => Assert.Equal(error, await SendAsync(Incidents.Id, JsonNode.Parse(activity)!));

    [Fact]
    public async Task What_is_too_large() => Assert.Equal("413 MessageSizeTooBig", await SendAsync(Incidents.Id, Text(new('x', 60 * 1024))));

    [Fact]
    public async Task Places_and_messages_that_are_not_there()
    {
        var said = Teams.Person("ana").Says("incidents", "mine");
        Assert.Equal("404 ConversationNotFound", await SendAsync("19:nowhere@thread.tacv2", Text("x")));
        Assert.Equal("404 ConversationNotFound", await SendAsync($"{Incidents.Id};messageid=17", Text("x")));
        Assert.Equal("404 ActivityNotFoundInConversation", await CallAsync(HttpMethod.Put, $"{Path(Incidents.Id)}/17", Text("x")));
        Assert.Equal("403 MessageWritesBlocked", await CallAsync(HttpMethod.Put, $"{Path(Incidents.Id)}/{said.Id}", Text("x")));
        Teams.Uninstall("incidents", Teams.Person("ana"));
        Assert.Equal("403 BotNotInConversationRoster", await SendAsync(Incidents.Id, Text("x")));
    }

    [Fact]
    public async Task A_message_too_many()
    {
        for (var sent = 0; sent < 7; sent++) Assert.Equal("201", await SendAsync(Incidents.Id, Text("x")));
        Assert.Equal("429 Throttled", await SendAsync(Incidents.Id, Text("x")));
        Assert.Equal("201", await SendAsync(Teams.Conversation("war room").Id, Text("x")));
    }

    [Fact]
    public async Task Text_and_card_in_one_are_split_and_have_no_id()
    {
        var both = JsonNode.Parse("""{"type":"message","text":"x","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[]}}]}""")!;
        Assert.Equal("201", await SendAsync(Incidents.Id, both));
        Assert.Single(Teams.State.Violations);
    }

    [Fact]
    public async Task Graph_without_consent()
    {
        _token = (string)(await TokenAsync(("scope", LoginServer.GraphScope)))!["access_token"]!;
        var path = $"graph/v1.0/teams/{Teams.State.Teams[0].GroupId}/channels/{Uri.EscapeDataString(Incidents.Id)}/messages";
        Assert.Equal("200", await CallAsync(HttpMethod.Get, path, null));
        Teams.State.Teams[0].HasConsent = false;
        Assert.Equal("403 Forbidden", await CallAsync(HttpMethod.Get, path, null));
    }

    [Fact]
    public async Task What_shall_go_wrong_goes_wrong_once()
    {
        Teams.Faults.Next("send", new Fault.Broken(412));
        Teams.Faults.Next("send", new Fault.Dropped(AfterDoing: true));
        Assert.Equal("412 PreconditionFailed", await SendAsync(Incidents.Id, Text("x")));
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(Incidents.Id, Text("y")));
        Assert.Equal("201", await SendAsync(Incidents.Id, Text("z")));
        Assert.Equal(["y", "z"], Teams.Messages("incidents").Select(message => message.Text));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_workspace is not null) await _workspace.DisposeAsync();
    }

    private static JsonObject Text(string text) => new() { ["type"] = "message", ["text"] = text };

    private static string Path(string conversation) => $"connector/emea/v3/conversations/{Uri.EscapeDataString(conversation)}/activities";

    private Task<string> SendAsync(string conversation, JsonNode activity) => CallAsync(HttpMethod.Post, Path(conversation), activity);

    private async Task<string> CallAsync(HttpMethod method, string path, JsonNode? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(Teams.Url, path)) { Content = body is null ? null : JsonContent.Create(body) };
        if (_token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        using var response = await _http.SendAsync(request);
        var said = await response.Content.ReadAsStringAsync();
        return $"{(int)response.StatusCode} {(said.Length > 0 ? JsonNode.Parse(said)!["error"]?["code"] : null)}".Trim();
    }

    private async Task<JsonNode?> TokenAsync(params (string Field, string Value)[] other)
    {
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = Teams.Options.AppId, ["client_secret"] = Teams.Options.ClientSecret, ["scope"] = LoginServer.BotScope };
        foreach (var (field, value) in other) fields[field] = value;
        using var form = new FormUrlEncodedContent(fields);
        using var response = await _http.PostAsync(new Uri(Teams.Url, $"login/{WorkspaceOptions.Tenant}/oauth2/v2.0/token"), form);
        return await response.Content.ReadFromJsonAsync<JsonNode>();
    }
}
