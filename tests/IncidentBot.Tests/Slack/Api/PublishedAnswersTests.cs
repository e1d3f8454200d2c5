using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.People;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Slack.Api;

/// <summary>Answers as Slack published or others recorded them.</summary>
public sealed class PublishedAnswersTests : IDisposable
{
    private readonly SlackUnderTest _test = new();

    [Fact]
    public async Task Every_answer_is_a_success_or_a_refusal_with_its_code()
    {
        foreach (var (name, body) in Answers())
        {
            _test.Slack.On("some.method", body);
            using var answer = JsonDocument.Parse(body);
            if (answer.RootElement.Says("ok"))
            {
                Assert.Equal(JsonValueKind.Object, (await _test.CallAsync("some.method")).ValueKind);
                continue;
            }
            var refused = await _test.RefusedAsync("some.method");
            Assert.Equal((name, answer.RootElement.Text("error")), (name, refused.Error));
        }
    }

    [Fact]
    public async Task People_are_read_from_them()
    {
        var (_, body) = Answers().Single(answer => answer.Name == "spec.users.info.success.json");
        _test.Slack.On("users.info", body);

        var person = await _test.Get<SlackPeople>().FindAsync("T1", "W1", null, SlackUnderTest.Ct);

        Assert.NotEqual(SlackPeople.Unnamed, person.Name);
        Assert.Equal("America/Los_Angeles", person.TimeZone);
    }

    [Fact]
    public async Task Histories_are_read_from_them()
    {
        var (_, body) = Answers().Single(answer => answer.Name == "spec.conversations.history.success.json");
        _test.Slack.On("conversations.history", body.Replace("next_cursor", "no_cursor", StringComparison.Ordinal));
        _test.Slack.On("users.info", ScriptedSlack.Refusal("user_not_found"));

        var told = new List<StandingMessage>();
        await foreach (var message in _test.Chat.HistoryAsync(SlackUnderTest.Room(), DateTimeOffset.UnixEpoch, SlackUnderTest.Ct)) told.Add(message);

        Assert.NotEmpty(told);
    }

    public void Dispose() => _test.Dispose();

    private static IReadOnlyList<(string Name, string Body)> Answers()
    {
        var fixtures = Environment.GetEnvironmentVariable("INCIDENTBOT_FIXTURES");
        Requires.That(fixtures is not null, "Set INCIDENTBOT_FIXTURES to the folder with Slack's recorded answers.");
        return [.. Directory.GetFiles(Path.Combine(fixtures!, "slack", "recorded", "api"), "*.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file)))];
    }
}
