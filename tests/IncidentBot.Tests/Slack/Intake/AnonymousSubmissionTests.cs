using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Reflection;
using IncidentBot.Slack;
using Xunit;

namespace IncidentBot.Tests.Slack.Intake;

public sealed class AnonymousSubmissionTests
{
    [Fact]
    public async Task Of_an_anonymous_form_neither_who_sent_it_nor_when_is_stored()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.HasAsync(new ReflectionRound { Id = new("slack:T1", "R-1"), Place = SlackIds.Place("T1", "C1"), Week = Anonymity.WeekOf(intake.Clock.GetUtcNow()) });
        Assert.Empty(await intake.TakeAsync(Submission));
        var stored = Assert.Single(intake.Inbox.Stored);
        Assert.Equal((Translators.Own, "slack:T1/C1"), (stored.Adapter, stored.OrderKey));
        Assert.DoesNotContain("U7731", BotJson.Write(stored), StringComparison.Ordinal);
        Assert.DoesNotContain("zoe", BotJson.Write(stored), StringComparison.Ordinal);
        Assert.Equal(Anonymity.WeekOf(intake.Clock.GetUtcNow()), stored.ReceivedAt);
        Assert.Equal("When I am new", Assert.IsType<FormSubmitted>(BotJson.Read<ChatEvent>(stored.Body)).Values["text"]);
    }

    private static string Submission => new JsonObject
    {
        ["type"] = "view_submission",
        ["team"] = new JsonObject { ["id"] = "T1" },
        ["user"] = new JsonObject { ["id"] = "U7731", ["name"] = "zoe" },
        ["view"] = new JsonObject
        {
            ["id"] = "V1",
            ["hash"] = "1.h",
            ["callback_id"] = ReflectionButton.Write,
            ["private_metadata"] = """{"workspace":"slack:T1","channel":"C1","context":"R-1|Safety"}""",
            ["state"] = new JsonObject { ["values"] = new JsonObject { ["text"] = new JsonObject { ["value"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "When I am new" } } } },
        },
    }.ToJsonString();
}
