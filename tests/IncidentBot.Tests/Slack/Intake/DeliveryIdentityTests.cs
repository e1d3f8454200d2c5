using System.Text.Json;
using IncidentBot.Slack.Intake;
using IncidentBot.Tests.Slack.Events;
using Xunit;

namespace IncidentBot.Tests.Slack.Intake;

public sealed class DeliveryIdentityTests
{
    [Theory]
    [InlineData("""{"type":"message","channel":"C1","ts":"1.000001","user":"U1","text":"x"}""", "slack:T1:C1:1.000001", "slack:T1/C1")]
    [InlineData("""{"type":"app_mention","channel":"C1","ts":"1.000001","user":"U1","text":"x"}""", "slack:T1:C1:1.000001", "slack:T1/C1")]
    [InlineData("""{"type":"message","subtype":"file_share","channel":"C1","ts":"1.000001"}""", "slack:T1:C1:1.000001", "slack:T1/C1")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"2.0","message":{"ts":"1.000001"}}""", "slack:Ev1", "slack:T1/C1")]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel":"C1","ts":"2.0","deleted_ts":"1.000001"}""", "slack:Ev1", "slack:T1/C1")]
    [InlineData("""{"type":"reaction_added","item":{"channel":"C1","ts":"1.0"}}""", "slack:Ev1", "slack:T1/C1")]
    [InlineData("""{"type":"pin_added","channel_id":"C1"}""", "slack:Ev1", "slack:T1/C1")]
    [InlineData("""{"type":"channel_rename","channel":{"id":"C1"}}""", "slack:Ev1", "slack:T1/C1")]
    [InlineData("""{"type":"channel_id_changed","old_channel_id":"G1","new_channel_id":"C1"}""", "slack:Ev1", "slack:T1/G1")]
    [InlineData("""{"type":"app_home_opened","user":"U1"}""", "slack:Ev1", "slack:T1/U1")]
    public void An_event_is_known_by_its_message_or_its_event_id(string inner, string id, string orderKey) => Assert.Equal(new(id, orderKey), Of(Hearing.Envelope(inner)));

    [Theory]
    [InlineData("""{"command":"/incident","channel_id":"C1","user_id":"U1","trigger_id":"1.2.a"}""", "slack:command:1.2.a", "slack:T1/C1")]
    [InlineData("""{"type":"block_actions","trigger_id":"1.2.a","user":{"id":"U1"},"container":{"channel_id":"C1"}}""", "slack:interaction:1.2.a", "slack:T1/C1")]
    [InlineData("""{"type":"block_actions","trigger_id":"1.2.a","user":{"id":"U1"},"view":{"id":"V1"}}""", "slack:interaction:1.2.a", "slack:T1/U1")]
    [InlineData("""{"type":"message_action","trigger_id":"1.2.a","user":{"id":"U1"},"channel":{"id":"C1"}}""", "slack:interaction:1.2.a", "slack:T1/C1")]
    [InlineData("""{"type":"shortcut","trigger_id":"1.2.a","user":{"id":"U1"}}""", "slack:interaction:1.2.a", "slack:T1/U1")]
    [InlineData("""{"type":"view_submission","trigger_id":"1.2.a","user":{"id":"U1"},"view":{"id":"V1","hash":"3.h","private_metadata":"{\"workspace\":\"slack:T1\",\"channel\":\"C1\"}"}}""", "slack:view:V1:3.h", "slack:T1/C1")]
    [InlineData("""{"type":"view_submission","trigger_id":"1.2.a","user":{"id":"U1"},"view":{"id":"V1"}}""", "slack:view:1.2.a", "slack:T1/U1")]
    public void What_a_person_does_is_known_by_its_trigger_or_its_view(string payload, string id, string orderKey) => Assert.Equal(new(id, orderKey), Of(payload));

    [Fact]
    public void A_payload_without_any_id_is_known_by_its_content()
    {
        const string Payload = """{"type":"block_actions","user":{"id":"U1"},"actions":[1]}""";
        Assert.Equal(Of(Payload), Of(Payload));
        Assert.NotEqual(Of(Payload).Id, Of(Payload.Replace("[1]", "[2]", StringComparison.Ordinal)).Id);
    }

    private static DeliveryIdentity Of(string json) => DeliveryIdentity.Of(JsonSerializer.Deserialize<JsonElement>(json), "T1");
}
