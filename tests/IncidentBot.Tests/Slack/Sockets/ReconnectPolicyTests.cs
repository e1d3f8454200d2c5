using IncidentBot.Slack.SocketMode;
using Xunit;

namespace IncidentBot.Tests.Slack.Sockets;

public sealed class ReconnectPolicyTests
{
    private static readonly SocketTimings Timings = new();
    private static readonly SocketEnding Failed = new(EndingKind.Failed, "broke");
    private static readonly SocketEnding Rotation = SocketEnding.Asked("refresh_requested");
    private static readonly TimeSpan Never = TimeSpan.Zero;
    private static readonly TimeSpan Young = Timings.Healthy - TimeSpan.FromSeconds(1);

    [Fact]
    public void A_good_socket_that_Slack_rotates_is_replaced_at_once() => Assert.Equal(TimeSpan.Zero, Policy(1).PauseAfter(Rotation, Timings.Healthy));

    [Fact]
    public void Pauses_double_with_each_failure_in_a_row_up_to_half_a_minute()
    {
        var policy = Policy(1);
        double[] pauses = [.. Enumerable.Range(0, 7).Select(_ => policy.PauseAfter(Failed, Never).TotalSeconds)];
        Assert.Equal([1, 2, 4, 8, 16, 30, 30], pauses);
    }

    [Fact]
    public void A_hello_alone_does_not_make_the_next_failure_the_first_again()
    {
        var policy = Policy(1);
        for (var failure = 0; failure < 5; failure++) policy.PauseAfter(Failed, Never);
        policy.PauseAfter(Failed, Young);
        Assert.Equal(30, policy.PauseAfter(Failed, Never).TotalSeconds);
    }

    [Fact]
    public void A_healthy_life_does()
    {
        var policy = Policy(1);
        for (var failure = 0; failure < 5; failure++) policy.PauseAfter(Failed, Never);
        Assert.Equal(1, policy.PauseAfter(Failed, Timings.Healthy).TotalSeconds);
    }

    [Fact]
    public void After_a_socket_that_was_live_the_pause_stays_short()
    {
        var policy = Policy(1);
        for (var failure = 0; failure < 20; failure++) Assert.InRange(policy.PauseAfter(failure % 2 == 0 ? Failed : Rotation, Young).TotalSeconds, 1, 2);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 4)]
    [InlineData(1, 8)]
    public void The_whole_of_a_pause_is_chance(double chance, double seconds)
    {
        var policy = Policy(chance);
        for (var failure = 0; failure < 3; failure++) policy.PauseAfter(Failed, Never);
        Assert.Equal(seconds, policy.PauseAfter(Failed, Never).TotalSeconds);
    }

    [Fact]
    public void What_Slack_asks_to_wait_is_waited_and_a_little_more()
    {
        Assert.Equal(45.5, Policy(0.5).PauseAfter(Failed with { RetryAfter = TimeSpan.FromSeconds(45) }, Never).TotalSeconds);
        Assert.Equal(TimeSpan.Zero, Policy(0).PauseAfter(Failed, Never));
    }

    [Theory]
    [InlineData(EndingKind.TooMany)]
    [InlineData(EndingKind.SwitchedOff)]
    [InlineData(EndingKind.TokenRefused)]
    internal void What_only_somebody_can_mend_is_tried_again_after_minutes(EndingKind kind)
    {
        var policy = Policy(0);
        double[] pauses = [.. Enumerable.Range(0, 6).Select(_ => policy.PauseAfter(new(kind, "so"), Never).TotalMinutes)];
        Assert.Equal([1, 2, 4, 8, 10, 10], pauses);
        Assert.InRange(Policy(1).PauseAfter(new(kind, "so"), Never).TotalSeconds, 60, 90);
    }

    private static ReconnectPolicy Policy(double chance) => new(Timings, () => chance);
}
