using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.People;
using IncidentBot.Tests.Slack.Api;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.People;

public sealed class SlackPeopleTests : IDisposable
{
    private const string Ana = """{"ok":true,"user":{"id":"U1","name":"ana.k","real_name":"Ana Kovač","tz":"Europe/Zagreb","profile":{"display_name":"ana"}}}""";

    private readonly SlackUnderTest _test = new();

    private SlackPeople People => _test.Get<SlackPeople>();

    [Theory]
    [InlineData("""{"name":"ana.k","real_name":"Ana Kovač","tz":"Europe/Zagreb","profile":{"display_name":"ana"}}""", "ana", "Europe/Zagreb")]
    [InlineData("""{"name":"ana.k","real_name":"Ana Kovač","profile":{"display_name":""}}""", "Ana Kovač", null)]
    [InlineData("""{"name":"ana.k","profile":{"display_name":" ","real_name":"Ana K."}}""", "Ana K.", null)]
    [InlineData("""{"name":"ana.k","tz":null}""", "ana.k", null)]
    [InlineData("{}", "Ana as said", null)]
    public async Task People_are_called_as_they_are_seen(string user, string name, string? zone)
    {
        _test.Slack.On("users.info", $$"""{"ok":true,"user":{{user}}}""");

        Assert.Equal(new Person(new("slack:T1", "U1"), name, zone), await FindAsync("U1", "Ana as said"));
    }

    [Theory]
    [InlineData("Ana", "Ana")]
    [InlineData(null, "Someone in Slack")]
    public async Task Who_cannot_be_seen_has_the_name_that_came_along_or_none_and_is_asked_for_once(string? said, string name)
    {
        _test.Slack.On("users.info", Refusal("user_not_visible"));

        Assert.Equal(name, (await FindAsync("U1", said)).Name);
        Assert.Equal(name, (await FindAsync("U1", said)).Name);
        Assert.Single(_test.Slack.Calls);
    }

    [Fact]
    public async Task Many_who_ask_for_one_person_at_a_time_make_one_call()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        _test.Slack.On("users.info", (_, _) => answer.Task);

        var asked = Enumerable.Range(0, 20).Select(_ => FindAsync("U1")).ToList();
        answer.SetResult(Json(Ana));

        Assert.All(await Task.WhenAll(asked), person => Assert.Equal("ana", person.Name));
        Assert.Single(_test.Slack.Calls);
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_stop_it_for_others()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        _test.Slack.On("users.info", (_, _) => answer.Task);
        using var gaveUp = new CancellationTokenSource();
        var impatient = People.FindAsync("T1", "U1", null, gaveUp.Token).AsTask();
        var patient = FindAsync("U1");

        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        answer.SetResult(Json(Ana));

        Assert.Equal("ana", (await patient).Name);
    }

    [Fact]
    public async Task A_person_is_asked_for_again_after_an_hour()
    {
        _test.Slack.On("users.info", Ana, """{"ok":true,"user":{"id":"U1","name":"ana.k","profile":{"display_name":"Ana the second"}}}""");
        await FindAsync("U1");

        _test.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("ana", (await FindAsync("U1")).Name);

        _test.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Ana the second", (await FindAsync("U1")).Name);
    }

    [Fact]
    public async Task While_Slack_cannot_be_asked_who_is_known_stays_known_and_others_are_for_later()
    {
        _test.Slack.On("users.info", Ana, Refusal("internal_error"));
        await FindAsync("U1");
        _test.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal("ana", (await FindAsync("U1")).Name);
        Assert.Equal(ChatFault.Temporary, (await Assert.ThrowsAnyAsync<ChatException>(() => FindAsync("U2"))).Fault);
    }

    [Fact]
    public async Task After_a_failure_Slack_is_asked_again()
    {
        _test.Slack.On("users.info", Refusal("internal_error"), Ana);
        await Assert.ThrowsAnyAsync<ChatException>(() => FindAsync("U1"));

        Assert.Equal("ana", (await FindAsync("U1")).Name);
    }

    [Fact]
    public void Who_changed_is_known_by_the_event_without_a_call()
    {
        using var changed = JsonDocument.Parse("""{"id":"U1","name":"ana.k","tz":"Asia/Tokyo","profile":{"display_name":"ana in Tokyo"}}""");

        People.Update("T1", changed.RootElement);

        Assert.Equal(new Person(new("slack:T1", "U1"), "ana in Tokyo", "Asia/Tokyo"), People.Known("T1", "U1", "ana"));
        Assert.Equal("said", People.Known("T1", "U2", "said").Name);
        Assert.Equal(SlackPeople.Unnamed, People.Known("T1", "U3", null).Name);
        Assert.Empty(_test.Slack.Calls);
    }

    public void Dispose() => _test.Dispose();

    private Task<Person> FindAsync(string user, string? said = null) => People.FindAsync("T1", user, said, SlackUnderTest.Ct).AsTask();
}
