using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using Xunit;

namespace IncidentBot.Tests.Teams.Events;

public sealed class MessagesTests
{
    private const string ToBot = "<at>IncidentBot</at>";

    private static readonly string Bot = Heard.Mention(Heard.Bot, "IncidentBot");
    private static readonly string Ben = Heard.Mention("29:ben", "Ben");

    [Fact]
    public async Task The_first_message_of_a_thread_stands_in_its_own_thread() =>
        Assert.Equal("2 Ana in channel/19:ops@thread.tacv2/m1: says m1 \"disk is full\"", await Heard.TellsAsync(Heard.InChannel("""{"text":"disk is full"}""")));

    [Fact]
    public async Task A_reply_stands_in_the_thread_of_its_first_message() =>
        Assert.Equal("2 Ana in channel/19:ops@thread.tacv2/m1: says m2 \"which one?\"", await Heard.TellsAsync(Heard.InChannel("""{"id":"1700000002000","text":"which one?"}""")));

    [Fact]
    public async Task A_message_whose_conversation_does_not_name_the_thread_begins_one()
    {
        var message = Heard.InChannel("""{"text":"disk is full"}""");
        message["conversation"]!["id"] = Heard.Channel;
        Assert.Equal("2 Ana in channel/19:ops@thread.tacv2/m1: says m1 \"disk is full\"", await Heard.TellsAsync(message));
    }

    [Fact]
    public async Task A_chat_has_no_threads() =>
        Assert.Equal("2 Ana in chat/19:chat@thread.v2: says m1 \"disk is full\"", await Heard.TellsAsync(Heard.InChat("""{"text":"disk is full"}""")));

    [Fact]
    public async Task Words_to_the_bot_alone_are_a_command_and_nothing_else() =>
        Assert.Equal("2 Ana in personal/a:ana: commands \"list all\"", await Heard.TellsAsync(Heard.Directly("""{"text":"list all"}""")));

    [Theory]
    [InlineData($"{ToBot} status identified", "status identified")]
    [InlineData($"{ToBot}&nbsp;status identified\\n", "status identified")]
    [InlineData($"  {ToBot}: status identified", "status identified")]
    [InlineData($"hey {ToBot} status", "hey status")]
    [InlineData($"status {ToBot}", "status")]
    [InlineData("<AT>incidentbot</AT> status", "status")]
    public async Task A_message_that_mentions_the_bot_is_a_message_and_a_command(string text, string command)
    {
        var told = await Heard.ReadAsync(Heard.InChannel($$"""{"text":"{{text}}","entities":[{{Bot}}]}"""));
        var posted = Assert.IsType<MessagePosted>(told[0]);
        var given = Assert.IsType<CommandGiven>(told[1]);
        Assert.Equal((command, command, posted.Place), (posted.ToBot, given.Text, given.Place));
        Assert.Contains("@IncidentBot", posted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mention_of_the_bot_alone_asks_for_help() =>
        Assert.Equal("2 Ana in chat/19:chat@thread.v2: says m1 \"@IncidentBot\" to bot \"\" / 2 Ana in chat/19:chat@thread.v2: commands \"help\"", await Heard.TellsAsync(Heard.InChat($$"""{"text":"{{ToBot}}","entities":[{{Bot}}]}""")));

    [Fact]
    public async Task People_are_known_by_the_entity_whatever_name_stands_there() =>
        Assert.Equal(
            "2 Ana in channel/19:ops@thread.tacv2/m1: says m1 \"@IncidentBot commander @Ben Carter\" to bot \"commander @Ben Carter\" +Ben Carter / 2 Ana in channel/19:ops@thread.tacv2/m1: commands \"commander @Ben Carter\" +Ben Carter",
            await Heard.TellsAsync(Heard.InChannel($$"""{"text":"{{ToBot}} commander <at>Ben</at>","entities":[{{Bot}},{{Ben}}]}""")));

    [Fact]
    public async Task A_name_that_no_entity_explains_is_only_words() =>
        Assert.Equal("2 Ana in chat/19:chat@thread.v2: says m1 \"ask <at>IncidentBot</at>\"", await Heard.TellsAsync(Heard.InChat("""{"text":"ask <at>IncidentBot</at>"}""")));

    [Fact]
    public async Task Two_people_of_one_name_are_two()
    {
        var told = await Heard.ReadAsync(Heard.InChat($$"""{"text":"<at>Ben</at> and <at>Ben</at>","entities":[{{Ben}},{{Heard.Mention("29:other", "Ben")}}]}"""));
        Assert.Equal([Heard.Ben, "29:other"], Assert.IsType<MessagePosted>(Assert.Single(told)).Mentions.Select(person => person.Ref.Id));
    }

    [Fact]
    public async Task A_name_of_two_words_that_comes_as_two_mentions_is_one() =>
        Assert.Equal(
            "2 Ana in chat/19:chat@thread.v2: says m1 \"ask @Ben Carter now\" +Ben Carter",
            (await Heard.TellsAsync(Heard.InChat($$"""{"text":"ask <at>Ben</at> <at>Carter</at> now","entities":[{{Ben}},{{Heard.Mention("29:ben", "Carter")}}]}"""))).Replace("  ", " ", StringComparison.Ordinal));

    [Fact]
    public async Task Teams_and_other_bots_are_mentioned_but_are_not_people() =>
        Assert.Equal(
            "2 Ana in chat/19:chat@thread.v2: says m1 \"@SRE and @Deployer, look\"",
            await Heard.TellsAsync(Heard.InChat($$"""{"text":"<at>SRE</at> and <at>Deployer</at>, look","entities":[{{Heard.Mention(Heard.Team, "SRE")}},{{Heard.Mention("28:other", "Deployer")}}]}""")));

    [Fact]
    public async Task Html_tells_more_than_the_plain_text_and_is_read()
    {
        var message = Heard.InChat($$"""{"text":"{{ToBot}} note hosta gave upsee runbook","entities":[{{Bot}}]}""");
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/html",
            ["content"] = "<div><span itemscope=\"\" itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">IncidentBot</span> note <code>hosta</code> gave up<br>see <a href=\"https://r.example/7\">runbook</a></div>",
        });
        Assert.Equal("note hosta gave up\nsee runbook (https://r.example/7)", Assert.IsType<CommandGiven>((await Heard.ReadAsync(message))[1]).Text);
    }

    [Fact]
    public async Task Html_without_the_mention_does_not_hide_a_command()
    {
        var message = Heard.InChat($$"""{"text":"{{ToBot}} status","entities":[{{Bot}}],"attachments":[{"contentType":"text/html","content":"<p>IncidentBot status</p>"}]}""");
        Assert.Equal("status", Assert.IsType<CommandGiven>((await Heard.ReadAsync(message))[1]).Text);
    }

    [Fact]
    public async Task A_file_is_a_name_and_the_link_where_people_open_it() =>
        Assert.Equal(
            "2 Ana in chat/19:chat@thread.v2: says m1 \"\" [trace.log https://files.example/trace.log]",
            await Heard.TellsAsync(Heard.InChat("""{"attachments":[{"contentType":"application/vnd.microsoft.teams.file.download.info","contentUrl":"https://files.example/trace.log","name":"trace.log","content":{"downloadUrl":"https://files.example/secret","uniqueId":"1","fileType":"log"}}]}""")));

    [Fact]
    public async Task A_message_of_cards_alone_says_what_they_say() =>
        Assert.Equal(
            "2 Alerts in chat/19:chat@thread.v2: says m1 \"CPU is high\nHost: web-1\nsince 14:02\"",
            (await Heard.TellsAsync(Heard.InChat("""{"from":{"id":"28:alerts","name":"Alerts"},"attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"body":[{"type":"Container","items":[{"type":"TextBlock","text":"CPU is high"}]},{"type":"FactSet","facts":[{"title":"Host","value":"web-1"}]},{"type":"RichTextBlock","inlines":["since ",{"type":"TextRun","text":"14:02"}]}]}}]}"""))).ReplaceLineEndings("\n"));

    [Fact]
    public async Task A_message_with_something_attached_is_a_message_though_the_bot_is_not_told_what() =>
        Assert.Equal("2 Ana in chat/19:chat@thread.v2: says m1 \"\"", await Heard.TellsAsync(Heard.InChat("""{"attachments":[{"contentType":"text/html","content":"<attachment id=\"1\"></attachment>"}]}""")));

    [Theory]
    [InlineData("""{"text":""}""")]
    [InlineData("""{"text":"  "}""")]
    [InlineData("{}")]
    [InlineData("""{"attachments":[{"contentType":"text/html","content":"<p></p>"}]}""")]
    [InlineData("""{"attachments":[{"contentType":"image/png","contentUrl":"javascript:alert(1)"}]}""")]
    public async Task A_message_that_says_nothing_tells_nothing(string rest) => Assert.Equal("", await Heard.TellsAsync(Heard.InChat(rest)));

    [Fact]
    public async Task Other_bots_are_heard_under_their_name()
    {
        var told = Assert.IsType<MessagePosted>(Assert.Single(await Heard.ReadAsync(Heard.InChat("""{"text":"build failed","from":{"id":"28:builder","name":"Builder"}}"""))));
        Assert.Equal(("28:builder", "Builder"), (told.By.Ref.Id, told.By.Name));
    }

    [Fact]
    public async Task What_the_bot_said_itself_tells_nothing() => Assert.Equal("", await Heard.TellsAsync(Heard.InChat("""{"text":"hello","from":{"id":"28:bot","name":"IncidentBot"}}""")));

    [Theory]
    [InlineData("Europe/Lisbon", "Europe/Lisbon")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("Nowhere/At all", null)]
    public async Task A_person_speaks_in_the_time_zone_of_their_client(string said, string? zone)
    {
        var told = Assert.Single(await Heard.ReadAsync(Heard.Directly($$"""{"text":"status","entities":[{"type":"clientInfo","timezone":"{{said}}"}]}""")));
        Assert.Equal((zone, Heard.Ana), (told.By.TimeZone, told.By.Ref.Id));
    }

    [Fact]
    public async Task Who_has_no_Entra_id_is_known_by_the_id_that_Teams_gives() =>
        Assert.Equal("29:guest", Assert.Single(await Heard.ReadAsync(Heard.InChat("""{"text":"hi","from":{"id":"29:guest","name":"Guest"}}"""))).By.Ref.Id);

    [Fact]
    public async Task An_edit_tells_the_text_as_it_stands_and_when_the_message_was_posted() =>
        Assert.Equal(
            "2 Ana in channel/19:ops@thread.tacv2/m1: edits m1 of 1 \"disk is full on hosta\"",
            await Heard.TellsAsync(Heard.InChannel("""{"type":"messageUpdate","text":"disk is full on hosta","channelData":{"eventType":"editMessage"}}""")));

    [Fact]
    public async Task A_message_that_is_brought_back_has_its_text_again() =>
        Assert.Equal(
            "2 Ana in chat/19:chat@thread.v2: restores m1 of 1 \"disk is full\"",
            await Heard.TellsAsync(Heard.InChat("""{"type":"messageUpdate","text":"disk is full","channelData":{"eventType":"undeleteMessage"}}""")));

    [Fact]
    public async Task An_edited_mention_of_the_bot_is_an_answer_but_no_command() =>
        Assert.Equal(
            "2 Ana in chat/19:chat@thread.v2: edits m1 of 1 \"@IncidentBot the switch\" to bot \"the switch\"",
            await Heard.TellsAsync(Heard.InChat($$"""{"type":"messageUpdate","text":"{{ToBot}} the switch","entities":[{{Bot}}],"channelData":{"eventType":"editMessage"} }""")));

    [Theory]
    [InlineData("""{"type":"messageUpdate","channelData":{"eventType":"editMessage"}}""")]
    [InlineData("""{"type":"messageUpdate","text":"x","channelData":{"eventType":"somethingElse"}}""")]
    [InlineData("""{"type":"messageUpdate","text":"x"}""")]
    [InlineData("""{"type":"messageDelete","channelData":{"eventType":"somethingElse"}}""")]
    [InlineData("""{"type":"messageUpdate","text":"x","from":{"id":"28:bot"},"channelData":{"eventType":"editMessage"}}""")]
    public async Task A_change_that_says_nothing_tells_nothing(string rest) => Assert.Equal("", await Heard.TellsAsync(Heard.InChat(rest)));

    [Fact]
    public async Task A_deletion_tells_which_message_and_when() =>
        Assert.Equal("2 Ana in chat/19:chat@thread.v2: deletes m1 of 1", await Heard.TellsAsync(Heard.InChat("""{"type":"messageDelete","channelData":{"eventType":"softDeleteMessage"}}""")));

    [Fact]
    public async Task Changes_of_what_was_said_to_the_bot_alone_tell_nothing() =>
        Assert.Equal("", await Heard.TellsAsync(Heard.Directly("""{"type":"messageUpdate","text":"x","channelData":{"eventType":"editMessage"}}""")));
}
