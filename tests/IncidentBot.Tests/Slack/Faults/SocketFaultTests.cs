using IncidentBot.Tests.Slack.EndToEnd;
using Xunit;

namespace IncidentBot.Tests.Slack.Faults;

/// <summary>Sockets break, are renewed, fall silent: nothing of what people say meanwhile is lost or there twice.</summary>
[Collection(FaultsCollection.Name)]
public sealed class SocketFaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Sockets_that_are_cut_in_the_middle_of_a_frame() => await UnderLoadAsync(async (scene, chatter) =>
    {
        for (var cut = 0; cut < 4; cut++)
        {
            await chatter.TalkAsync(TimeSpan.FromSeconds(1.5));
            await scene.Workspace.Sockets.CutMidFrameAsync();
        }
    });

    [Fact]
    public async Task Sockets_that_are_renewed_every_second_for_twenty_seconds() => await UnderLoadAsync(async (scene, chatter) =>
    {
        for (var second = 0; second < 20; second++)
        {
            await chatter.TalkAsync(TimeSpan.FromSeconds(1));
            scene.Workspace.Sockets.Refresh(second % 2 == 0 ? "refresh_requested" : "warning");
        }
    });

    [Fact]
    public async Task Sockets_that_fall_silent_without_being_closed() => await UnderLoadAsync(async (scene, chatter) =>
    {
        scene.Workspace.Sockets.GoHalfOpen();
        await chatter.TalkAsync(TimeSpan.FromSeconds(2), aSecond: 20);
    });

    private async Task UnderLoadAsync(Func<SlackScene, Chatter, Task> breaks)
    {
        await using var scene = await SlackScene.BeginAsync(SlackScene.WayIn.SocketMode, null, "--Incidents:PromptAfter", "7.00:00:00");
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        var chatter = new Chatter(scene, room, seed: 3, deletes: false);

        await breaks(scene, chatter);
        await scene.Workspace.UntilAsync(() => scene.Workspace.Sockets.Links is [_, ..] links && links.All(link => !link.IsSilent), "a socket is open again");

        await chatter.IsOnceOnTheTimelineAsync();
        scene.Workspace.HasNoViolations();
        output.WriteLine($"{chatter.Count} messages; {scene.Workspace.Sockets}; {scene.Workspace.Deliveries.Lost.Count} events never taken; {scene.Workspace.Clock}");
    }
}
