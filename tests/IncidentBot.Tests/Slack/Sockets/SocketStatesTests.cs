using IncidentBot.Slack.SocketMode;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Slack.Sockets;

public sealed class SocketStatesTests
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(10);
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 14, 5, 0, TimeSpan.Zero));
    private readonly SocketStates _states;

    public SocketStatesTests() => _states = new(_time);

    [Fact]
    public void Before_the_first_hello_it_is_not_ready()
    {
        Assert.Contains("The first one is being opened", _states.Fault, StringComparison.Ordinal);
        _states.Opened(1);
        Assert.Null(_states.Fault);
    }

    [Fact]
    public void Without_a_live_socket_it_says_since_when_and_the_worst_that_is_wrong()
    {
        _states.Opened(1);
        _states.Opened(2);
        _states.Ended(1, new(EndingKind.TokenRefused, "The token is wrong."));
        _states.Closed(broke: false);
        Assert.Null(_states.Fault);
        _states.Ended(2, new(EndingKind.Failed, "It broke."));
        _time.Advance(TimeSpan.FromMinutes(1));
        _states.Closed(broke: true);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("No socket to Slack is open since 2026-11-23 14:06:00Z. The token is wrong.", _states.Fault);
    }

    [Fact]
    public void Something_may_have_been_missed_when_nothing_was_live()
    {
        Assert.True(_states.Opened(1));
        Assert.False(_states.Opened(2));
        _states.Closed(broke: false);
        Assert.False(_states.Opened(1));
        _states.Closed(broke: false);
        _states.Closed(broke: false);
        Assert.True(_states.Opened(1));
    }

    [Fact]
    public void Something_may_have_been_missed_when_a_socket_broke_though_another_was_live()
    {
        _states.Opened(1);
        _states.Opened(2);
        _states.Closed(broke: true);
        Assert.True(_states.Opened(2));
        _states.Closed(broke: false);
        Assert.False(_states.Opened(2));
    }

    [Fact]
    public void Openings_stand_apart_while_one_is_live()
    {
        Assert.Equal(TimeSpan.Zero, _states.UntilApart(Apart));
        _states.Opened(1);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(6), _states.UntilApart(Apart));
        _states.Closed(broke: true);
        Assert.Equal(TimeSpan.Zero, _states.UntilApart(Apart));
        _states.Opened(1);
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(TimeSpan.Zero, _states.UntilApart(Apart));
    }
}
