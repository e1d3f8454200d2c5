using CsCheck;
using IncidentBot.Core.Incidents;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class RoomNamesTests
{
    private static readonly IncidentId Id = new("local", 42);

    [Theory]
    [InlineData("Checkout is FAILING!", "inc-42-checkout-is-failing")]
    [InlineData("can't pay", "inc-42-cant-pay")]
    [InlineData("Zahlung schlägt fehl: größe ß", "inc-42-zahlung-schlagt-fehl-grosse-ss")]
    [InlineData("🔥🔥🔥", "inc-42-incident")]
    [InlineData("الدفع لا يعمل", "inc-42-incident")]
    [InlineData("支払い error 500", "inc-42-error-500")]
    [InlineData("<script>alert(1)</script>", "inc-42-script-alert-1-script")]
    public void A_room_is_named_after_the_title(string title, string room) => Assert.Equal(room, RoomNames.For("inc-{number}-{slug}", Id, title));

    [Fact]
    public void A_template_may_leave_out_the_title() => Assert.Equal("incident_42", RoomNames.For("Incident_{number}", Id, "checkout is failing"));

    [Fact]
    public void A_long_name_is_cut_between_words()
    {
        var room = RoomNames.For("inc-{number}-{slug}", Id, string.Join(' ', Enumerable.Repeat("checkout", 20)));
        Assert.True(room.Length <= RoomNames.MostCharacters);
        Assert.EndsWith("-checkout", room, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_title_every_platform_takes_the_name() => Gen.String.Sample(title =>
        Assert.Matches("^[a-z0-9_][a-z0-9_-]{0,79}$", RoomNames.For("inc-{number}-{slug}", Id, IncidentTitle.Read(title).Text)));
}
