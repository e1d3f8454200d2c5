using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.People;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.Teams.Api;
using Xunit;
using static IncidentBot.Tests.Teams.Api.TeamsUnderTest;

namespace IncidentBot.Tests.Teams.People;

public sealed class TeamsPeopleTests : IDisposable
{
    private readonly TeamsUnderTest _test = new();

    private TeamsPeople People => _test.Get<TeamsPeople>();

    [Theory]
    [InlineData("29:ana")]
    [InlineData("aad-ana")]
    public async Task Who_did_something_is_known_by_both_ids_also_after_a_restart(string id)
    {
        await _test.KnowsAllAsync();
        _test.Restart();

        Assert.Equal(new Person(Person("aad-ana"), "Ana", "Europe/Lisbon"), await People.FindAsync(Tenant, id, null, Ct));
        Assert.Empty(_test.Connector.Calls);
    }

    [Fact]
    public async Task Who_was_only_named_is_asked_for_once()
    {
        var body = Recorded("member-by-id.json");
        await _test.KnowsAllAsync();
        _test.Connector.On("GET /members/29%3A1alex-mri-token_A", body);

        await People.FindAsync(Tenant, "29:1alex-mri-token_A", "Alex", InChannel, Ct);
        var alex = await People.FindAsync(Tenant, "29:1alex-mri-token_A", "Alex", InChannel, Ct);

        Assert.Equal(("Alex Wilber", "aaaaaaaa-0000-4000-8000-000000000020"), (alex.Name, alex.Ref.Id));
        Assert.Single(_test.Connector.Calls);
    }

    [Fact]
    public async Task Members_are_read_page_by_page()
    {
        var body = Recorded("pagedmembers.json");
        await _test.KnowsAllAsync();
        _test.Connector.On("GET /pagedmembers", body);

        Assert.Contains(await People.MembersAsync(InChannel, Ct), member => member.Name == "Adele Vance");
    }

    [Fact]
    public async Task Who_cannot_be_seen_keeps_the_name_that_was_said()
    {
        await _test.KnowsAllAsync();
        _test.Connector.On("GET /members/29%3Azoe", () => ScriptedTeams.Refusal(404, "MemberNotFoundInConversation"));

        Assert.Equal("Zoe", (await People.FindAsync(Tenant, "29:zoe", "Zoe", InChannel, Ct)).Name);
        Assert.Equal(TeamsPeople.Unnamed, People.Known(Tenant, "29:zoe", null).Name);
    }

    public void Dispose() => _test.Dispose();

    private static string Recorded(string file)
    {
        var fixtures = Environment.GetEnvironmentVariable("INCIDENTBOT_FIXTURES");
        Requires.That(fixtures is not null, "Set INCIDENTBOT_FIXTURES to the folder with recorded answers of Teams.");
        return JsonNode.Parse(File.ReadAllText(Path.Combine(fixtures!, "teams", "connector", file)))!["response"]!["body"]!.ToJsonString();
    }
}
