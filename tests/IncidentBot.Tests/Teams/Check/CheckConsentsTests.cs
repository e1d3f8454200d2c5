using System.Net;
using IncidentBot.Core.Bot;
using IncidentBot.Teams.Check;
using IncidentBot.Tests.Teams.Histories;
using Xunit;

namespace IncidentBot.Tests.Teams.Check;

public sealed class CheckConsentsTests : IDisposable
{
    private const string Messages = $"teams/{GraphUnderTest.Group}/channels/19:team@thread.tacv2/messages";

    private readonly GraphUnderTest _test = new();

    [Fact]
    public async Task A_team_whose_messages_can_be_read_is_fine()
    {
        _test.Graph.On(Messages, GraphMessages.Page([]));

        Assert.Equal(CheckResult.Fine, (await LineAsync()).Result);
        Assert.Equal("1", Assert.Single(_test.Graph.Calls)["$top"]);
    }

    [Fact]
    public async Task A_team_without_consent_is_told_with_who_grants_it()
    {
        _test.Refuses(Messages, HttpStatusCode.Forbidden, "Forbidden");

        Assert.Contains("an owner of the team grants it", (await LineAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_cannot_be_asked_now_is_not_known()
    {
        _test.Refuses(Messages, HttpStatusCode.ServiceUnavailable, "busy");

        Assert.Contains("not known now", (await LineAsync()).Words, StringComparison.Ordinal);
    }

    public void Dispose() => _test.Dispose();

    private async Task<CheckLine> LineAsync()
    {
        var lines = new List<CheckLine>();
        await foreach (var line in _test.Get<CheckConsents>().RunAsync(GraphUnderTest.Ct)) lines.Add(line);
        return Assert.Single(lines);
    }
}
