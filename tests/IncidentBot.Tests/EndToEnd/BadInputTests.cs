using System.Net;
using System.Text;
using Xunit;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>Each gets a sentence that helps, or is handled. Nothing is half done, nothing is put aside.</summary>
[Collection(ProgramCollection.Name)]
public sealed class BadInputTests(SharedProgram shared) : IClassFixture<SharedProgram>
{
    private const string Quiet = "random"; // a channel without an incident

    private RunningProgram Program => shared.Program;

    private ChatClient Chat => Program.Chat;

    [Theory]
    [InlineData("/incident hepl", "Did you mean /incident help")]
    [InlineData("/incident STRAT checkout is failing", "Did you mean /incident start")]
    [InlineData("/incident 🙈🙈", "There is no command")]
    [InlineData("/incident ابدأ حادثة", "There is no command")]
    [InlineData("/incident <script>alert(1)</script>", "There is no command")]
    [InlineData("/incident", "What you can type")]
    [InlineData("/incident start sev9 checkout", "There is no severity “sev9”")]
    [InlineData("/incident start sev1 sev2 checkout", "Give one")]
    [InlineData("/incident status", "There is no incident here")]
    [InlineData("/incident resolve rolled back", "There is no incident here")]
    [InlineData("/incident note something", "There is no incident here")]
    [InlineData("/incident commander @ben", "There is no incident here")]
    [InlineData("/incident action repair it", "There is no incident here")]
    [InlineData("/incident postmortem", "/incident postmortem INC-3")]
    [InlineData("/incident status INC-4711", "There is no such incident")]
    [InlineData("/incident postmortem INC-4711", "There is no such incident")]
    [InlineData("/incident status INC-99999999999999999999", "There is no")]
    [InlineData("/incident done A-4711", "There is no action item A-4711")]
    [InlineData("/incident done nothing", "is not the id of an action item")]
    [InlineData("/incident drop A-4711 no longer needed", "There is no action item A-4711")]
    [InlineData("/incident glossary frobnication", "is not in the glossary")]
    [InlineData("/incident actions of others", "There is no list")]
    public async Task In_a_channel_without_an_incident(string command, string sentence) =>
        Assert.Contains(sentence, (await Chat.AnswerAsync("ana", Quiet, command)).Words, StringComparison.Ordinal);

    [Fact]
    public async Task In_a_room_a_refused_command_records_nothing()
    {
        var room = await Chat.DeclareAsync("ana", "nothing of this is recorded");
        (string Command, string Sentence)[] refused =
        [
            ("note", "Write the note after the word"),
            ("note at 25:99 x", "is not a time I can read"),
            ("note at 2099-01-01 10:00 x", "is in the future"),
            ("note at 2026-03-29 01:30 x", "the clocks jumped from 01:00 to 02:00"),
            ("trigger at 1823-01-01 10:00 x", "too long ago"),
            ("severity", "Say which"),
            ("severity sev0", "It is one of sev1 (worst) to sev5"),
            ("status frobbed", "There is no status “frobbed”"),
            ("status investigating", "already investigating"),
            ("reopen", "nothing to reopen"),
            ("title", "Say the new title"),
            ($"title {new string('x', 10_000)}", "at most 150 characters; this one has 10,000"),
            ("commander @zoe", "Name one person"),
            ("commander @ana @ben", "Name one person"),
            ("role @ben", "Give the role a name"),
            ("update", "Write the update"),
            ("postmortem", "is still open"),
            ("postmortem publish", "has not started"),
            ("action repair it @zoe", "I do not know who"),
            ("action repair it @ana @ben", "one owner"),
            ("action repair it due 2020-01-01", "is in the past"),
            ("action repair it p1 p2", "more than one priority"),
            ("timeline everything", "posts the whole as a file"),
        ];
        foreach (var (command, sentence) in refused)
            Assert.Contains(sentence, (await Chat.AnswerAsync("ana", room, $"/incident {command}")).Words, StringComparison.Ordinal);

        var entries = (await Chat.TimelineAsync(room)).Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.True(entry.Contains("▸ Declared", StringComparison.Ordinal) || entry.Contains("▸ Room", StringComparison.Ordinal), entry));
        await Program.SettlesAsync();
    }

    [Theory]
    [InlineData("/incident start \"\"")]
    [InlineData("/incident start «   »")]
    [InlineData("/incident start sev1 private")]
    public async Task A_declaration_without_a_title_asks_for_one(string command)
    {
        using var answer = await Chat.PostAsync("ana", Quiet, command);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("form", await TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_of_ten_thousand_characters_is_refused() =>
        Assert.Contains("at most 150 characters; this one has 10,000", (await Chat.AnswerAsync("ana", Quiet, $"/incident start {new string('x', 10_000)}")).Words, StringComparison.Ordinal);

    [Theory]
    [InlineData("“checkout is failing”", "checkout is failing")]
    [InlineData("„checkout“ isn’t ‚well‘", "\"checkout\" isn't 'well'")]
    [InlineData("🔥🔥 👩‍👩‍👧‍👦 checkout 🔥", "🔥🔥 👩‍👩‍👧‍👦 checkout 🔥")]
    [InlineData("فشل الدفع في المتجر", "فشل الدفع في المتجر")]
    [InlineData("<b>checkout</b> & <!channel> *down* _now_ `rm -rf` [x](javascript:alert(1))", "<b>checkout</b> & <!channel> *down* _now_ `rm -rf` [x](javascript:alert(1))")]
    public async Task A_title_is_kept_as_it_was_meant(string words, string title)
    {
        var room = await Chat.DeclareAsync("ana", words);
        Assert.Contains(title, (await Chat.AnswerAsync("ana", room, "/incident status")).Words, StringComparison.Ordinal);
        await Program.SettlesAsync();
    }

    [Theory]
    [InlineData("👩‍👩‍👧‍👦 🔥 ﷽ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞")]
    [InlineData("\u202Egnihtemos dne\u202C and \u0000 and \u0007 and \uFEFF")]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt; <!channel> <@U123> <https://evil.example|bank>")]
    [InlineData("# head\n- item\n| a | b |\n```\n[x](javascript:alert(1)) ![y](http://evil.example/z.png) **b** ~~s~~ \\")]
    [InlineData("'; DROP TABLE incidents; -- {\"$where\":1} ${jndi:ldap://x} {{7*7}} %s%n")]
    public async Task A_message_is_kept_to_the_letter_and_interpreted_nowhere(string text)
    {
        var room = await Chat.DeclareAsync("ana", "strange texts");
        var id = await Chat.SaysAsync("ben", room, text);

        Assert.Equal(text, Assert.Single(await Chat.MessagesAsync(room), message => message.Id == id).Text);
        var line = Assert.Single((await Chat.TimelineAsync(room)).Split('\n'), line => line.Contains("**Ben**", StringComparison.Ordinal));
        foreach (var markup in new[] { "<script>", "<img", "<b>", " [x](", "![y](", "<https://evil.example|bank>", "```", " **b** " })
            Assert.DoesNotContain(markup, line, StringComparison.Ordinal);
        await Program.SettlesAsync();
    }

    [Fact]
    public async Task When_two_resolve_at_once_one_does_and_the_other_is_told()
    {
        var room = await Chat.DeclareAsync("ana", "resolved by two");
        await Task.WhenAll(Chat.SaysAsync("ana", room, "/incident resolve by ana"), Chat.SaysAsync("ben", room, "/incident resolve by ben"));

        var timeline = await Chat.TimelineAsync(room);
        Assert.Single(timeline.Split('\n'), line => line.Contains("Resolved", StringComparison.Ordinal) && line.Contains('▸'));
        var told = (await Chat.MessagesAsync(room, "ana")).Concat(await Chat.MessagesAsync(room, "ben")).DistinctBy(message => message.Id);
        Assert.Single(told, message => message.Words.Contains("already resolved", StringComparison.OrdinalIgnoreCase));
        await Program.SettlesAsync();
    }

    [Fact]
    public async Task A_private_incident_is_told_of_to_nobody_outside()
    {
        var before = (await Chat.ChannelsAsync()).Select(channel => channel.Id).ToHashSet();
        await Chat.SaysAsync("ana", "general", "/incident start private card data in a log");
        var room = await Program.EventuallyAsync(async () => (await Chat.ChannelsAsync()).FirstOrDefault(channel => !before.Contains(channel.Id)), "the room opens");
        var id = $"INC-{room.Name.Split('-')[1]}";

        foreach (var command in new[] { $"status {id}", $"timeline {id} all", $"postmortem {id}", "list all card data" })
            Assert.DoesNotContain("card data in", (await Chat.AnswerAsync("ben", Quiet, $"/incident {command}")).Words.Replace("“card data”", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(room.Id, (await Chat.ChannelsAsync("ben")).Select(channel => channel.Id));
        using var read = await Program.Http.GetAsync($"/chat/api/channels/{room.Id}/messages?as=ben", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, read.StatusCode);
    }

    [Theory]
    [InlineData("zoe", "general", "hello", null, "There is nobody named \"zoe\"")]
    [InlineData("incidentbot", "general", "hello", null, "There is nobody named \"incidentbot\"")]
    [InlineData("ana", "nowhere", "hello", null, "There is no channel \"nowhere\"")]
    [InlineData("ana", "dm-ben-incidentbot", "hello", null, "There is no channel")]
    [InlineData("ana", "general", "  \n ", null, "The text is empty")]
    [InlineData("ana", "general", "hello", "01000000000000.000001", "There is no such thread")]
    public async Task What_cannot_be_posted_is_refused_in_a_sentence(string who, string channel, string text, string? thread, string sentence)
    {
        using var answer = await Chat.PostAsync(who, channel, text, thread);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, (await TextAsync(answer)).Replace("\\\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"as\":\"ana\"")]
    [InlineData("{\"as\":7,\"channel\":[],\"text\":{}}")]
    [InlineData("{\"as\":\"ana\",\"channel\":\"general\",\"text\":\"half an emoji \\ud83d\"}")]
    public async Task A_body_that_is_no_message_is_refused(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Program.Http.PostAsync("/chat/api/messages", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_message_has_at_most_forty_thousand_characters()
    {
        var room = await Chat.DeclareAsync("ana", "long messages");
        var longest = new string('é', 40_000);
        await Chat.SaysAsync("ana", room, longest);
        using var longer = await Chat.PostAsync("ana", room, longest + "é");
        Assert.Equal(HttpStatusCode.BadRequest, longer.StatusCode);
        Assert.Contains("40000 characters", await TextAsync(longer), StringComparison.Ordinal);
        Assert.Contains(longest, await Chat.TimelineAsync(room), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_body_is_refused_unread()
    {
        using var content = new StringContent(new string('x', 40 * 1024 * 1024), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await Program.Http.PostAsync("/chat/api/messages", content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The connection is closed while we still send, which is as good an answer.
        }
        await Chat.SaysAsync("ana", Quiet, "still there");
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
