using IncidentBot.Teams.Auth;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace IncidentBot.Tests.Teams.Auth;

public sealed class ConnectorKeysTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private AuthenticationUnderTest _teams = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _teams = await AuthenticationUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    [Fact]
    public async Task They_are_read_once_for_many_tokens_at_the_same_time()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _teams.Keys.FindAsync(SigningKey.Teams.Id, Ct).AsTask()));
        Assert.All(found, Assert.NotNull);
        Assert.Equal(1, _teams.Metadata.Readings);
    }

    [Fact]
    public async Task An_unknown_key_has_them_read_again_once()
    {
        await _teams.Keys.FindAsync(SigningKey.Teams.Id, Ct);
        _teams.Time.Advance(ConnectorKeys.BetweenReadings);
        _teams.Metadata.Keys = [.. _teams.Metadata.Keys, SigningKey.New];
        Assert.NotNull(await _teams.Keys.FindAsync(SigningKey.New.Id, Ct));
        Assert.Equal(2, _teams.Metadata.Readings);
    }

    [Fact]
    public async Task Unknown_keys_cannot_have_them_read_all_the_time()
    {
        for (var request = 0; request < 20; request++) Assert.Null(await _teams.Keys.FindAsync($"unknown-{request}", Ct));
        Assert.Equal(1, _teams.Metadata.Readings);
        _teams.Time.Advance(ConnectorKeys.BetweenReadings);
        for (var request = 0; request < 20; request++) Assert.Null(await _teams.Keys.FindAsync($"unknown-{request}", Ct));
        Assert.Equal(2, _teams.Metadata.Readings);
    }

    [Fact]
    public async Task They_are_read_again_every_day_while_the_old_ones_serve()
    {
        await _teams.Keys.FindAsync(SigningKey.Teams.Id, Ct);
        _teams.Time.Advance(ConnectorKeys.FreshFor - TimeSpan.FromSeconds(1));
        Assert.NotNull(await _teams.Keys.FindAsync(SigningKey.Teams.Id, Ct));
        Assert.Equal(1, _teams.Metadata.Readings);
        _teams.Metadata.Keys = [SigningKey.New];
        _teams.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await _teams.Keys.FindAsync(SigningKey.Teams.Id, Ct));
        await UntilAsync(async () => await _teams.Keys.FindAsync(SigningKey.Teams.Id, Ct) is null);
        Assert.Equal(2, _teams.Metadata.Readings);
    }

    [Fact]
    public async Task A_key_that_was_taken_back_is_refused_after_that()
    {
        await _teams.Keys.FindAsync(SigningKey.Teams.Id, Ct);
        _teams.Metadata.Keys = [SigningKey.New];
        _teams.Time.Advance(ConnectorKeys.BetweenReadings);
        await _teams.Keys.FindAsync(SigningKey.New.Id, Ct);
        Assert.Equal(401, (await _teams.CheckAsync(_teams.Token)).Refusal?.Status);
    }

    [Fact]
    public async Task When_they_cannot_be_read_Teams_is_asked_to_send_again()
    {
        _teams.Metadata.Instead = _ => Results.StatusCode(500);
        Assert.Equal(503, (await _teams.CheckAsync(_teams.Token)).Refusal?.Status);
        Assert.Contains("Teams:MetadataUrl", _teams.Keys.Fault, StringComparison.Ordinal);
        _teams.Metadata.Instead = _ => null;
        Assert.Equal(503, (await _teams.CheckAsync(_teams.Token)).Refusal?.Status); // not tried again at once
        _teams.Time.Advance(ConnectorKeys.AfterFailure);
        Assert.Null((await _teams.CheckAsync(_teams.Token)).Refusal);
        Assert.Null(_teams.Keys.Fault);
    }

    [Fact]
    public async Task A_key_that_may_be_new_is_not_refused_while_they_cannot_be_read()
    {
        await _teams.Keys.FindAsync(SigningKey.Teams.Id, Ct);
        _teams.Time.Advance(ConnectorKeys.BetweenReadings);
        _teams.Metadata.Instead = _ => Results.StatusCode(500);
        Assert.Equal(503, (await _teams.CheckAsync(ConnectorToken.SignedBy(SigningKey.New, _teams.Time.GetUtcNow()))).Refusal?.Status);
        Assert.Null((await _teams.CheckAsync(_teams.Token)).Refusal);
    }

    [Fact]
    public async Task Old_ones_serve_for_days_when_they_cannot_be_read_and_then_no_more()
    {
        await _teams.Keys.FindAsync(SigningKey.Teams.Id, Ct);
        _teams.Metadata.Instead = _ => Results.StatusCode(500);
        _teams.Time.Advance(ConnectorKeys.GoodFor - TimeSpan.FromSeconds(1));
        Assert.Null((await _teams.CheckAsync(_teams.Token)).Refusal);
        _teams.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(503, (await _teams.CheckAsync(_teams.Token)).Refusal?.Status);
    }

    [Theory]
    [InlineData("metadata", "")]
    [InlineData("metadata", "<html>")]
    [InlineData("metadata", "[]")]
    [InlineData("metadata", "{}")]
    [InlineData("metadata", """{"jwks_uri":7}""")]
    [InlineData("metadata", """{"jwks_uri":"keys"}""")]
    [InlineData("metadata", """{"jwks_uri":"ftp://127.0.0.1/keys"}""")]
    [InlineData("metadata", """{"jwks_uri":"http://127.0.0.1:1/keys"}""")]
    [InlineData("keys", "")]
    [InlineData("keys", "[]")]
    public async Task What_cannot_be_understood_is_as_if_it_could_not_be_read(string what, string answer)
    {
        _teams.Metadata.Instead = asked => asked == what ? Results.Text(answer, "application/json") : null;
        Assert.Equal(503, (await _teams.CheckAsync(_teams.Token)).Refusal?.Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"keys":{}}""")]
    [InlineData("""{"keys":[null,1,"x",[],{}]}""")]
    [InlineData("""{"keys":[{"kty":"EC","kid":"teams","endorsements":["msteams"]}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"teams","n":"*","e":"*","endorsements":["msteams"]}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"teams","n":"AQAB","e":"AQAB","endorsements":["msteams",1,null]}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"teams","n":"","e":"AQAB","endorsements":"msteams"}]}""")]
    public async Task Keys_that_are_none_check_nothing(string keys)
    {
        _teams.Metadata.Instead = asked => asked == "keys" ? Results.Text(keys, "application/json") : null;
        Assert.Equal(401, (await _teams.CheckAsync(_teams.Token)).Refusal?.Status);
    }

    private static async Task UntilAsync(Func<Task<bool>> there)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await there())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "it did not come about");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Ct);
        }
    }
}
