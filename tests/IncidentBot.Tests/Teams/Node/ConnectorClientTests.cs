using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace;
using IncidentBot.Tests.Teams.Workspace.State;
using Xunit;

namespace IncidentBot.Tests.Teams.Node;

/// <summary>The double is honest: what Microsoft's own client does with the Connector, it does with the double.</summary>
public sealed class ConnectorClientTests
{
    [Fact]
    public async Task It_sends_changes_deletes_and_asks_who_is_there()
    {
        NodePackages.Folder();
        await using var teams = await TeamsWorkspace.StartAsync(inProcess: false);
        var (ana, channel) = (teams.Person("ana").Member, teams.Conversation("incidents"));
        await using var node = new NodeProcess("connector.mjs",
        [
            ("SERVICE_URL", $"{teams.Url}connector/emea"), ("LOGIN_URL", $"{teams.Url}login/"), ("APP_ID", teams.Options.AppId), ("TENANT_ID", WorkspaceOptions.Tenant),
            ("TEAM_ID", TeamsState.GeneralId), ("CHANNEL_ID", channel.Id), ("PERSON_ID", ana.Id),
        ]);

        var told = JsonNode.Parse(await node.LastLineAsync())!;

        var post = Assert.Single(channel.Messages, message => message.IsRoot);
        Assert.Equal(($"{channel.Id};messageid={post.Id}", post.Id), ((string?)told["thread"], (string?)told["root"]));
        Assert.Equal("second words", Assert.Single(post.Replies).Text);
        Assert.Equal(((string?)told["sent"], (string?)told["sent"]), (post.Replies[0].Id, (string?)told["updated"]));
        Assert.Equal("hello", Assert.Single(teams.Person("ana").Direct).Text);
        string[] everybody = [.. teams.State.People.Select(person => person.Id)];
        Assert.Equal(everybody, told["paged"]!.AsArray().Select(id => (string)id!));
        Assert.Equal(everybody, told["members"]!.AsArray().Select(id => (string)id!));
        Assert.Equal([TeamsState.GeneralId, channel.Id], told["channels"]!.AsArray().Select(id => (string)id!));
        Assert.Equal(("SRE", teams.State.Teams[0].GroupId), ((string)told["team"]!, (string)told["group"]!));
        Assert.Equal("""{"unknownMessage":"404 ActivityNotFoundInConversation","unknownPlace":"404 ConversationNotFound","empty":"400 BadSyntax","tooLarge":"413 MessageSizeTooBig"}""", told["refusals"]!.ToJsonString());
        teams.HasNoViolations();
    }
}
