using IncidentBot.Core.Bot;
using IncidentBot.Core.Tests.Masking;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class ChosenMessageTests
{
    [Fact]
    public void A_secret_is_not_cut_in_half()
    {
        var secret = new SecretMaker(7).Make("github-token");
        var chosen = new ChosenMessage(new(Some.Room.Channel, "m1"), null, Some.Ana, Some.Time, $"{new string('a', 1480)},{secret} and more");
        Assert.DoesNotContain(secret[..10], ChosenMessage.Read(chosen.ToContext())!.Text, StringComparison.Ordinal);
    }
}
