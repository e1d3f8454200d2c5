using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Reflection;
using IncidentBot.Teams;
using IncidentBot.Teams.Rendering;
using IncidentBot.Tests.Teams.Events;
using Xunit;

namespace IncidentBot.Tests.Teams.Intake;

public sealed class AnonymousSubmissionTests
{
    private static readonly DateTimeOffset Week = Anonymity.WeekOf(new(2023, 11, 14, 22, 13, 22, TimeSpan.Zero)); // of the activity

    [Fact]
    public async Task Of_an_anonymous_form_neither_who_sent_it_nor_when_is_stored()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var workspace = TeamsIds.Workspace(Heard.Tenant);
        await intake.HasAsync(new ReflectionRound { Id = new(workspace, "R-1"), Place = new(TeamsIds.Channel(Heard.Tenant, Heard.Channel)), Week = Week });
        var opened = await intake.TakeAsync(Invoke("task/fetch", CardData.OfButton(ReflectionButton.Write, "R-1|Safety")));
        var filledIn = opened.Body!["task"]!["value"]!["card"]!["content"]!["actions"]![0]!["data"]!.DeepClone();
        filledIn[CardData.InputId("text")] = "When I am new";
        Assert.Equal(InvokeAnswer.Accepted, await intake.TakeAsync(Invoke("task/submit", filledIn)));

        var stored = Assert.Single(intake.Inbox.Stored);
        Assert.Equal(Translators.Own, stored.Adapter);
        foreach (var trace in new[] { Heard.Ana, "29:ana", "\"Ana\"", "22:13" }) Assert.DoesNotContain(trace, BotJson.Write(stored), StringComparison.Ordinal);
        Assert.Equal(Week, stored.ReceivedAt);
        Assert.Equal("When I am new", Assert.IsType<FormSubmitted>(BotJson.Read<ChatEvent>(stored.Body)).Values["text"]);
        Assert.DoesNotContain(intake.Logged, line => line.Contains("When I am new", StringComparison.Ordinal));
    }

    private static JsonObject Invoke(string name, JsonNode data)
    {
        var invoke = Heard.InChannel($$"""{"type":"invoke","id":"f:1","name":"{{name}}","replyToId":"1700000001000"}""");
        invoke["value"] = new JsonObject { ["data"] = data };
        return invoke;
    }
}
