using System.Text.Json.Nodes;
using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Slack.Ingest;
using IncidentBot.Tests.Teams.Auth;
using Xunit;

namespace IncidentBot.Tests.Teams.Http;

/// <summary>What is forged or comes from elsewhere, sent to the whole program.</summary>
[Collection(ProgramCollection.Name)]
public sealed class RefusedRequestsTests : IAsyncLifetime
{
    private const string Elsewhere = "https://evil.example/";
    private ProgramUnderTest _program = null!;

    public async ValueTask InitializeAsync() => _program = await ProgramUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    [Fact]
    public async Task Nothing_of_it_is_stored_or_learnt()
    {
        foreach (var (name, activity, token, status) in Requests()) Assert.True(status == await StatusAsync(activity, token), $"{name} gave {await StatusAsync(activity, token)}");
        await _program.SettlesAsync();
        Assert.Equal(0, await _program.StoredAsync());

        Assert.Equal(200, await StatusAsync(Activities.Message(), ProgramUnderTest.Token.Header));
        Assert.NotEqual(0, await _program.StoredAsync());
        Assert.Empty(_program.Errors);
    }

    private static IEnumerable<(string Name, JsonObject Activity, string? Token, int Status)> Requests()
    {
        var (good, now) = (ProgramUnderTest.Token, TimeProvider.System.GetUtcNow());
        yield return ("no token", Activities.Message(), null, 401);
        yield return ("half a header", Activities.Message(), "Bearer", 401);
        yield return ("another audience", Activities.Message(), (good with { Audience = Guid.Empty.ToString() }).Header, 401);
        yield return ("another issuer", Activities.Message(), (good with { Issuer = "https://sts.windows.net/" }).Header, 401);
        yield return ("no algorithm", Activities.Message(), (good with { Algorithm = "none" }).Header, 401);
        yield return ("a shared secret", Activities.Message(), (good with { Algorithm = "HS256" }).Header, 401);
        yield return ("expired", Activities.Message(), (good with { ValidFor = -TimeSpan.FromMinutes(6), ValidIn = -TimeSpan.FromHours(1) }).Header, 401);
        yield return ("not valid yet", Activities.Message(), (good with { ValidIn = TimeSpan.FromMinutes(6) }).Header, 401);
        yield return ("no service url in the token", Activities.Message(), (good with { ServiceUrlClaim = null }).Header, 401);
        yield return ("another service url", Activities.Message(activity => activity["serviceUrl"] = Elsewhere), good.Header, 401);
        yield return ("a forged key", Activities.Message(), (good with { Key = SigningKey.Forged }).Header, 401);
        yield return ("an unknown key", Activities.Message(), ConnectorToken.SignedBy(SigningKey.New, now).Header, 401);
        yield return ("a key of another channel", Activities.Message(), ConnectorToken.SignedBy(SigningKey.WebChat, now).Header, 401);
        yield return ("a key without endorsements", Activities.Message(), ConnectorToken.SignedBy(SigningKey.Unendorsed, now).Header, 401);
        yield return ("another channel", Activities.Message(activity => activity["channelId"] = "webchat"), good.Header, 401);
        yield return ("another bot", Activities.Message(activity => activity["recipient"]!["id"] = "28:" + Guid.Empty), good.Header, 403);
        yield return ("another tenant", Activities.Message(activity => (activity["conversation"]!["tenantId"], activity["channelData"]!["tenant"]!["id"]) = (Guid.Empty.ToString(), Guid.Empty.ToString())), good.Header, 403);
        yield return ("two tenants", Activities.Message(activity => activity["channelData"]!["tenant"]!["id"] = Guid.Empty.ToString()), good.Header, 403);
        yield return ("a service elsewhere", Activities.Message(activity => activity["serviceUrl"] = Elsewhere), (good with { ServiceUrlClaim = Elsewhere }).Header, 403);
        yield return ("a service on this machine", Activities.Message(activity => activity["serviceUrl"] = "http://127.0.0.1:1/"), (good with { ServiceUrlClaim = "http://127.0.0.1:1/" }).Header, 403);
        yield return ("no type", Activities.Message(activity => activity.Remove("type")), good.Header, 400);
    }

    private async Task<int> StatusAsync(JsonObject activity, string? token)
    {
        using var connection = await RawConnection.OpenAsync(_program.Url);
        return (await connection.AskAsync((new TeamsPost(activity.ToJsonString()) { Authorization = token }).ToBytes()))!.Status;
    }
}
