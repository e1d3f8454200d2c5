using System.Text;
using IncidentBot.Slack.SocketMode;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Slack.Sockets;

public sealed class SocketFrameTests
{
    [Fact]
    public void A_hello_is_one() => Assert.IsType<SocketFrame.Hello>(Read("""{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"}}"""));

    [Theory]
    [InlineData("""{"type":"disconnect","reason":"warning","debug_info":{"host":"h"}}""", "warning")]
    [InlineData("""{"type":"disconnect","reason":7}""", "")]
    [InlineData("""{"type":"disconnect"}""", "")]
    public void A_disconnect_has_a_reason(string frame, string reason) => Assert.Equal(new SocketFrame.Disconnect(reason), Read(frame));

    [Fact]
    public void An_envelope_is_known_by_its_id()
    {
        var envelope = Assert.IsType<SocketFrame.Envelope>(Read("""{"payload":{"type":"event_callback"},"type":"something_new","accepts_response_payload":true,"envelope_id":"e1"}"""));
        Assert.Equal(("e1", true, "event_callback"), (envelope.Id, envelope.TakesAnswer, envelope.Payload!.Value.GetProperty("type").GetString()));
    }

    [Theory]
    [InlineData("""{"envelope_id":"e1"}""")]
    [InlineData("""{"envelope_id":"e1","payload":null}""")]
    [InlineData("""{"envelope_id":"e1","payload":"text","accepts_response_payload":"yes"}""")]
    public void An_envelope_may_be_empty(string frame) => Assert.Equal(new SocketFrame.Envelope("e1", null, false), Read(frame));

    [Theory]
    [InlineData("")]
    [InlineData("pong")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":{}}""")]
    [InlineData("""{"type":"goodbye"}""")]
    [InlineData("""{"envelope_id":12}""")]
    public void All_else_means_nothing(string frame) => Assert.IsType<SocketFrame.Unknown>(Read(frame));

    [Theory]
    [InlineData("warning", EndingKind.Rotation)]
    [InlineData("refresh_requested", EndingKind.Rotation)]
    [InlineData("something_new", EndingKind.Rotation)]
    [InlineData("", EndingKind.Rotation)]
    [InlineData("link_disabled", EndingKind.SwitchedOff)]
    [InlineData("too_many_websockets", EndingKind.TooMany)]
    internal void A_reason_that_is_not_known_is_a_rotation(string reason, EndingKind kind) => Assert.Equal(kind, SocketEnding.Asked(reason).Kind);

    [Fact]
    public void Every_recorded_frame_is_known()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("INCIDENTBOT_FIXTURES") ?? "", "slack", "socket-mode");
        Requires.That(Directory.Exists(folder), "INCIDENTBOT_FIXTURES does not name a folder with recorded payloads of Slack.");
        Assert.All(Directory.GetFiles(folder, "*.json"), file => Assert.IsNotType<SocketFrame.Unknown>(SocketFrame.Read(File.ReadAllBytes(file))));
    }

    private static SocketFrame Read(string frame) => SocketFrame.Read(Encoding.UTF8.GetBytes(frame));
}
