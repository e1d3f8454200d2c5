using IncidentBot.Tests.Teams.EndToEnd;
using Xunit;

namespace IncidentBot.Tests.Teams.Faults;

/// <summary>Teams promises neither order nor that an activity comes only once.</summary>
[Collection(FaultsCollection.Name)]
public sealed class DisorderTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Activities_that_come_twice_and_out_of_order_are_each_counted_once()
    {
        await using var scene = await TeamsScene.BeginAsync(null, FaultsCollection.Quiet);
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        var chatter = new Chatter(scene, room, seed: 4);
        (scene.Teams.Deliveries.Twice, scene.Teams.Deliveries.Disorder) = (true, TimeSpan.FromSeconds(2));
        await chatter.TalkAsync(TimeSpan.FromSeconds(5), aSecond: 60);
        scene.Ben.Replies(room, "@IncidentBot action Write it down");
        (scene.Teams.Deliveries.Twice, scene.Teams.Deliveries.Disorder) = (false, TimeSpan.Zero);

        await chatter.IsOnceOnTheTimelineAsync();
        Assert.Single(scene.Teams.Messages("incidents"), message => message.IsByBot && message.Words.Contains("Write it down", StringComparison.Ordinal));
        Assert.Empty(scene.Teams.Deliveries.Lost);
        scene.Teams.HasNoViolations();
        output.WriteLine($"{chatter.Count} messages; {scene.Teams.Deliveries.Bot!.Clock}");
    }
}
