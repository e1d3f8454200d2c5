using Xunit;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>The program is killed under load, thirty times. Nothing acknowledged is lost, nothing is there or said twice, the review stands where it stood.</summary>
[Collection(ProgramCollection.Name)]
public sealed class CrashTests
{
    private const int Kills = 10;

    [Fact]
    public async Task Killed_at_any_moment()
    {
        const int Seed = 1;
        var random = new Random(Seed);
        for (var kill = 0; kill < Kills;)
        {
            await using var scene = new CrashScene(Seed + kill);
            await scene.BeginAsync();
            for (var inScene = 0; inScene < Kills / 2; inScene++, kill++) await scene.KillAsync(after: random.Next(1, 200), later: TimeSpan.FromMilliseconds(random.NextDouble() * 20));
            await scene.CheckAsync();
        }
    }

    [Fact]
    public async Task Killed_at_the_first_acknowledgement_after_a_start()
    {
        await using var scene = new CrashScene(2);
        await scene.BeginAsync();
        for (var kill = 0; kill < Kills; kill++) await scene.KillAsync(after: 1);
        await scene.CheckAsync();
    }

    [Fact]
    public async Task Killed_while_the_data_grow()
    {
        await using var scene = new CrashScene(3);
        await scene.BeginAsync();
        for (var kill = 1; kill <= Kills; kill++) await scene.KillAsync(after: 40 * kill);
        await scene.CheckAsync();
    }
}
