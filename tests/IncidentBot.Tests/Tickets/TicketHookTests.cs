using System.Text;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Tickets.GitHub;
using IncidentBot.Tickets.Hooks;
using IncidentBot.Tickets.Jira;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace IncidentBot.Tests.Tickets;

public sealed class TicketHookTests
{
    private static readonly GitHubHook GitHub = new("It's a Secret to Everybody");

    [Fact]
    public void A_signature_is_that_of_GitHub_s_own_example() // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries#testing-the-webhook-payload-validation
    {
        Assert.Equal("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", GitHub.Signature("Hello, World!"u8));
        Assert.True(IsSigned("X-Hub-Signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"));
    }

    [Theory]
    [InlineData("X-Hub-Signature-256", "")]
    [InlineData("X-Hub-Signature-256", "sha256=")]
    [InlineData("X-Hub-Signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18")]
    [InlineData("X-Hub-Signature-256", "sha256=é57107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("X-Hub-Signature", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    public void Any_other_is_not(string header, string value) => Assert.False(IsSigned(header, value));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_secret_is_no_secret(string secret) => Assert.Throws<ArgumentException>(() => new JiraHook(secret));

    [Theory]
    [InlineData("""{"action":"closed","issue":{"id":900000000001,"state":"closed","state_reason":"not_planned","updated_at":"2026-11-22T14:00:00Z"},"sender":{"login":"octocat"}}""", ActionItemStatus.Dropped)]
    [InlineData("""{"action":"closed","issue":{"id":900000000001,"state":"closed","state_reason":"completed","updated_at":"2026-11-22T14:00:00Z"},"sender":{"login":"octocat"}}""", ActionItemStatus.Done)]
    [InlineData("""{"action":"reopened","issue":{"id":900000000001,"state":"open","state_reason":"reopened","updated_at":"2026-11-22T14:00:00Z"},"sender":{"login":"octocat"}}""", ActionItemStatus.Open)]
    public void GitHub_tells_how_an_issue_stands(string payload, ActionItemStatus stands)
    {
        var seen = Read(GitHub, payload)!;
        Assert.Equal(("900000000001", stands, "octocat", new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.Zero)), (seen.Id, seen.Stands, seen.By, seen.ChangedAt));
    }

    [Fact]
    public void Jira_tells_how_an_issue_stands()
    {
        var seen = Read(new JiraHook("test-secret"), """{"webhookEvent":"jira:issue_updated","user":{"displayName":"Olga"},"issue":{"id":"10001","key":"OPS-1","fields":{"updated":"2026-11-22T15:00:00.000+0100","status":{"name":"Done","statusCategory":{"key":"done"}},"resolution":{"name":"Duplicate"}}}}""")!;
        Assert.Equal(("10001", ActionItemStatus.Dropped, "Duplicate", "Olga", new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.Zero)), (seen.Id, seen.Stands, seen.Reason, seen.By, seen.ChangedAt));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"issue":7}""")]
    [InlineData("""{"issue":{"id":"x","state":1}}""")]
    [InlineData("""{"issue":{"id":1.5,"state":"open","updated_at":"now"},"sender":[]}""")]
    [InlineData("""{"issue":{"id":"1","fields":{"status":{},"updated":7}}}""")]
    public void What_is_of_another_shape_tells_nothing(string payload)
    {
        Assert.Null(Read(GitHub, payload));
        Assert.Null(Read(new JiraHook("test-secret"), payload));
    }

    private static bool IsSigned(string header, string value) => GitHub.IsSigned(new HeaderDictionary { [header] = value }, "Hello, World!"u8);

    private static IncidentBot.Tickets.SeenTicket? Read(TrackerHook hook, string payload) => hook.Read(WellFormedJson.ReadObject(Encoding.UTF8.GetBytes(payload))!.Value);
}
