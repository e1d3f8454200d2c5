using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.Events;
using IncidentBot.Slack.People;
using Xunit;

namespace IncidentBot.Tests.Slack.Events;

/// <summary>What collected payloads tell. The real ones are listed by what they mean to the bot; all others mean nothing to it.</summary>
public sealed class CapturedPayloadsTests
{
    private static readonly Dictionary<string, string> Expected = Listed();

    [Fact]
    public async Task Each_real_capture_tells_what_it_means()
    {
        var told = new Dictionary<string, string>();
        foreach (var (name, payload) in CapturedPayloads.Read())
            if (name.StartsWith("recorded/", StringComparison.Ordinal) || name.StartsWith("socket-mode/", StringComparison.Ordinal))
                if (await TellsAsync(payload) is { Length: > 0 } kinds)
                    told[Path.GetFileNameWithoutExtension(name)] = kinds;
        Assert.Equal(Lines(Expected), Lines(told));
    }

    [Fact]
    public async Task Samples_of_shape_with_empty_values_tell_nothing()
    {
        foreach (var (name, payload) in CapturedPayloads.Read())
            if (name.StartsWith("events/", StringComparison.Ordinal) || name.StartsWith("payloads/", StringComparison.Ordinal))
                Assert.Equal($"{name}: ", $"{name}: {await TellsAsync(payload)}");
    }

    [Fact]
    public async Task Captures_of_each_kind_are_read_to_the_letter()
    {
        var captured = CapturedPayloads.Read().ToDictionary(row => Path.GetFileNameWithoutExtension(row.Name), row => row.Payload);
        var shared = Assert.IsType<MessageDeleted>(Assert.Single(await ReadAsync(captured["abbot.message.message_changed.deleted"])));
        Assert.Equal(("1652889358.377929", null), (shared.Message.Id, shared.Place.Thread));
        var broadcast = Assert.IsType<MessagePosted>(Assert.Single(await ReadAsync(captured["abbot.message.thread_broadcast"])));
        Assert.Equal("1652891809.940809", broadcast.Place.Thread);
        var inThread = Assert.IsType<MessageDeleted>(Assert.Single(await ReadAsync(captured["abbot.message.message_deleted"])));
        Assert.Equal(("1656696554.844419", "1656635007.231249"), (inThread.Message.Id, inThread.Place.Thread));
        var file = Assert.IsType<MessagePosted>(Assert.Single(await ReadAsync(captured["abbot.message.with-files"])));
        Assert.Equal("image.png", Assert.Single(file.Files).Name);
        var home = Assert.IsType<HomeOpened>(Assert.Single(await ReadAsync(captured["abbot.app_home_opened"])));
        Assert.Equal(new(2018, 1, 8, 22, 12, 2, 0, 16, TimeSpan.Zero), home.At); // printed without a dot
        var ephemeral = Assert.IsType<ButtonPressed>(Assert.Single(await ReadAsync(captured["abbot.block_actions.ephemeral"])));
        Assert.Null(ephemeral.Message);
    }

    private static async Task<string> TellsAsync(JsonElement payload) => string.Join(' ', (await ReadAsync(payload)).Select(said => said.GetType().Name));

    // As the bot would know itself from the envelope alone.
    private static async Task<IReadOnlyList<ChatEvent>> ReadAsync(JsonElement payload)
    {
        var bot = new SlackBot(null!);
        bot.Learn(payload);
        return await PayloadReading.ReadAsync(payload, bot.Known, Hearing.PersonAsync, Hearing.Now, CancellationToken.None);
    }

    private static string Lines(Dictionary<string, string> told) => string.Join('\n', told.Select(row => $"{row.Key}: {row.Value}").Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Listed() => new (string Kinds, string Names)[]
    {
        ("HomeOpened", """
            abbot.app_home_opened java.EventTypeExtractorImplTest.L11 java.JsonPayloadExtractorTest.L20
            """),
        ("ButtonPressed", """
            abbot.block_actions.app_home_click abbot.block_actions.button_click abbot.block_actions.ephemeral java.BlockActionPayloadTest.L171
            java.BlockActionPayloadTest.L22 java.BlockActionPayloadTest.L245 java.BlockActionPayloadTest.L326 java.BlockActionPayloadTest.L401
            java.BlockActionPayloadTest.L85 java.MockSocketMode.L93 java.RemoteFunctionTest.L153
            """),
        ("RoomRenamed", """
            abbot.channel_rename java.ChannelRenameEventTest.L21 java.GroupRenameEventTest.L20
            """),
        ("PersonLeft", """
            abbot.member_left_channel
            """),
        ("MessagePosted", """
            abbot.message.bot_message.workflow abbot.message.bot_message abbot.message.file_share abbot.message.invalid-json abbot.message.thread_broadcast
            abbot.message.with-files java.AppMentionEventTest.L104 java.AppMentionEventTest.L143 java.AppMentionEventTest.L21 java.AppMentionEventTest.L37
            java.AppMentionEventTest.L90 java.EventAssistantTest.L111 java.EventAssistantTest.L132 java.EventRequestTest.L144 java.EventRequestTest.L15
            java.EventTest.L55 java.EventTest.L77 java.EventTest.L99 java.EventTypeDetectorImplTest.L79 java.EventsApiTest.L105 java.MessageEventTest.L132
            java.MessageEventTest.L153 java.MessageEventTest.L174 java.MessageEventTest.L238 java.MessageEventTest.L398 java.MessageEventTest.L43
            java.MessageEventTest.L69 java.MessageEventTest.L90 java.MessageFileShareEventTest.L20 java.MessageMeEventTest.L20
            python.events_api.event_callback.message
            """),
        ("MessageDeleted", """
            abbot.message.message_changed.deleted abbot.message.message_deleted java.MessageChangedEventTest.L190 java.MessageChangedEventTest.L68
            java.MessageDeletedEventTest.L20
            """),
        ("MessageChosen", """
            abbot.message_action java.MessageShortcutTest.L51
            """),
        ("RoomGone", """
            java.ChannelArchiveEventTest.L20 java.ChannelArchiveEventTest.L38 java.ChannelDeletedEventTest.L20 java.ChannelDeletedEventTest.L37
            java.GroupArchiveEventTest.L20 java.GroupDeletedEventTest.L20
            """),
        ("RoomMoved", """
            java.ChannelIdChangedEventTest.L39
            """),
        ("MessagePosted CommandGiven", """
            java.EnvelopeTest.L119 java.MockSocketMode.L166
            """),
        ("CommandGiven", """
            java.MockSocketMode.L224 python.slash_commands
            """),
    }.SelectMany(row => row.Names.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries), (row, name) => (name, row.Kinds)).ToDictionary(row => row.name, row => row.Kinds);
}
