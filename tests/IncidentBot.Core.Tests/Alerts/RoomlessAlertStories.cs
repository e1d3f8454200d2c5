using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Alerts;

/// <summary>Alerts where a room is taken, or could not be opened.</summary>
public sealed class RoomlessAlertStories
{
    [Fact]
    public async Task In_a_chat_that_is_a_room_already_an_alert_waits_until_that_is_resolved()
    {
        var scene = new AlertScene(kind: RoomKind.Chat);
        await scene.Notifies(scene.Fires());
        var other = scene.Fires("f9", service: "search");
        await scene.NotifiesOf("search", other);
        scene.Story.Hears("Alertmanager: one alert fires, bad enough for an incident. This chat is the room of INC-1, so none is declared here before that is resolved. If this is something else, start it in another chat.");
        scene.Story.HearsNot("too small");
        await scene.NotifiesOf("search", other);
        scene.Story.HearsNothing();
        Assert.Equal(1, await scene.Incidents());

        await scene.Story.Says("ana", "@IncidentBot resolve rolled back", place: Some.Place("incidents"));
        await scene.NotifiesOf("search", other);
        Assert.Equal(2, await scene.Incidents());
        Assert.Equal(new Core.Alerts.AlertTally(1, 0), (await scene.Incident(2)).Alerts);
    }

    [Fact]
    public async Task Without_a_room_further_alerts_are_told_where_the_incident_was_announced()
    {
        var scene = Refused();
        await scene.Notifies(scene.Fires());
        await scene.Story.Passes(TimeSpan.FromMinutes(2));
        await scene.Notifies(scene.Fires("f2"));
        Assert.Equal(Some.Place("incidents"), Assert.Single(scene.Story.LastHeard, heard => heard.Words.Contains("INC-1: 2 alerts fire", StringComparison.Ordinal)).Place);
        await scene.Notifies(scene.Over(scene.Fires()), scene.Over(scene.Fires("f2")));
        scene.Story.Hears("All alerts of INC-1 are resolved");
        scene.Story.Hears("/incident resolve INC-1");
    }

    [Fact]
    public async Task Those_of_a_private_one_are_told_to_who_declared_it()
    {
        var scene = Refused();
        await scene.Notifies(scene.Fires("f1"));
        await scene.Story.Has(await scene.Incident() with { Private = true, DeclaredBy = Some.Ana });
        await scene.Notifies(scene.Fires("f2"));
        Assert.Equal([Some.Place("dm-ana")], scene.Story.LastHeard.Select(heard => heard.Place));
    }

    private static AlertScene Refused()
    {
        var scene = new AlertScene();
        scene.Story.Chat.Fails = verb => verb == "open-room" ? new ChatException(ChatFault.Refused, "restricted_action") : null;
        return scene;
    }
}
