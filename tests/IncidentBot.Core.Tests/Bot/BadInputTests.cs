using CsCheck;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

/// <summary>Whatever is typed gets an answer that can be stored and read; nothing half-done, never silence.</summary>
public sealed class BadInputTests
{
    private static readonly string[] Fragments =
    [
        "", " ", "at", "at 14:05", "at 25:61", "at 2027-01-01 10:00", "at 10m ago", "at yesterday 23:50", "sev1", "sev9", "here", "private", "service:", "service:x", "INC-1", "INC-999999999999", "#7", "A-1", "all", "open",
        "me", "@ana", "@nobody", "p1", "due friday", "due 2026-13-99", "identified", "resolved", "\"", "“quoted”", "'", "«»", "`code`", "*bold*", "<b>", "</script>", "<!channel>", "|", "\\", "{0}", "{slug}", "%s",
        "\n", "\t", "\u0000", "\u0007", "\u202E", "\uD83D", "🔥", "👩‍🚒", "الدفع لا يعمل", "支払い", "e\u0301\u0301\u0301", "\u00A0", "next", "skip", "done",
    ];

    private static readonly Gen<string> Words = Gen.Frequency(
        (10, Any(Fragments)),
        (2, Gen.String),
        (1, Gen.Const(new string('x', 10_000)))).List[0, 6].Select(words => string.Join(' ', words));

    private static readonly Gen<string> CommandWords = Gen.Frequency(
        (10, Any([.. BotTables.Words])),
        (1, Any(Fragments)));

    private static readonly Incident?[] Rooms =
    [
        null, Some.Incident(), Some.Incident(IncidentStatus.Mitigated), Some.Incident(IncidentStatus.Resolved), Some.Incident() with { Private = true, Members = [] }, Some.Incident() with { RoomGone = true },
    ];

    private static Gen<T> Any<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    [Fact]
    public void Every_command_line_is_answered() => Gen.Select(CommandWords, Words, Any(Rooms), Gen.Bool).Sample((command, words, incident, canOpenRooms) =>
    {
        var said = Some.Command($"{command} {words}");
        var now = Some.Situation(incident) with { Chat = new(canOpenRooms ? RoomKind.Channel : RoomKind.Chat) };
        Routing.NeedsOf(said, null);
        var line = CommandLine.Read(said);
        var decision = Routing.Decide(said, now);
        Assert.True(decision.Say.Count > 0 || line.Command?.OpensForm(line.Call) is not null, "silence");
        Assert.All(decision.Say, saying => BotJson.Read<Saying>(BotJson.Write(saying)));
    }, iter: 600);

    [Fact]
    public void What_is_refused_changes_nothing() => Gen.Select(CommandWords, Words, Any(Rooms)).Sample((command, words, incident) =>
    {
        var decision = Routing.Decide(Some.Command($"{command} {words}"), Some.Situation(incident));
        Assert.Equal(decision.Save.Count > 0, decision.Record.Count + decision.Save.Count > 0);
    }, iter: 200);

    [Fact]
    public async Task An_edit_that_arrives_before_its_message_is_kept()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing");
        await story.Does(new MessageEdited(Some.Time.AddSeconds(9), Some.Ana, story.Room, Some.Message("late", story.Room), "seeing 502s", Some.Time.AddSeconds(1)));
        await story.Does(new MessagePosted(Some.Time.AddSeconds(1), Some.Ana, story.Room, Some.Message("late", story.Room), "seeing 500s"));
        Assert.Single(story.Store.Entries, entry => entry.Text == "seeing 502s" && entry.Revisions.Single().Text == "seeing 500s");
    }

    [Fact]
    public async Task A_button_for_an_incident_that_is_not_there_is_answered()
    {
        var story = new Story();
        foreach (var action in new[] { IncidentActions.TakeCommand, IncidentActions.Mitigate, IncidentActions.Resolve, IncidentActions.Reopen, IncidentActions.AnyFact, "timeline.all", "no.such-button" })
        {
            await story.Does(new ButtonPressed(Some.Time, Some.Ana, story.Room, null, action, "INC-77"));
            Assert.Single(story.LastHeard);
        }
    }

    [Fact]
    public async Task A_button_of_a_private_incident_does_nothing_for_others()
    {
        var story = new Story();
        await story.Says("ana", "/incident start private card data in a log");
        foreach (var action in new[] { IncidentActions.TakeCommand, IncidentActions.Resolve, IncidentActions.AnyFact, "timeline.all" })
        {
            await story.Does(new ButtonPressed(Some.Time, Some.Chidi, Some.Place("general"), null, action, "INC-1"));
            Assert.Null(story.OpenForm);
            story.Hears("no such incident that you can see");
            story.HearsNot("card data");
        }
    }
}
