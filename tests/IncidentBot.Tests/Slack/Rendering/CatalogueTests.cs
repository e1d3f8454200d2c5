using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Slack;
using IncidentBot.Slack.Rendering;
using IncidentBot.Tests.Cards;
using Xunit;

namespace IncidentBot.Tests.Slack.Rendering;

public sealed class CatalogueTests
{
    private static readonly FormOrigin Origin = new(SlackIds.Place(Sample.Team, "C0123456789", "1700000000.000100"));

    public static TheoryData<bool> Sizes => [false, true];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Slack_takes_every_card_as_messages(bool largest) => NothingBroken(
        from shown in Cards(largest)
        from message in SlackCard.Of(shown.Card!)
        from fault in BlockKitRules.BrokenByMessage(message.Blocks, message.Text)
        select $"{shown.Name}: {fault}");

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Slack_takes_every_card_in_one_message(bool largest) => NothingBroken(
        from shown in Cards(largest)
        let message = SlackCard.InOneMessage(shown.Card!)
        from fault in BlockKitRules.BrokenByMessage(message.Blocks, message.Text)
        select $"{shown.Name}: {fault}");

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Slack_takes_every_card_on_the_app_s_own_page(bool largest) => NothingBroken(
        from shown in Cards(largest)
        from fault in BlockKitRules.BrokenByHome(SlackHome.Of(shown.Card!))
        select $"{shown.Name}: {fault}");

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Slack_takes_every_form(bool largest) => NothingBroken(
        from shown in All(largest).Where(shown => shown.Form is not null)
        from fault in BlockKitRules.BrokenByModal(SlackModal.Of(shown.Form!, Origin))
        select $"{shown.Name}: {fault}");

    [Fact]
    public void Every_form_of_the_product_is_in_it() =>
        Assert.Equal(BotTables.Forms.Keys.Order(), CardCatalogue.Forms(Sample.Ordinary).Select(shown => shown.Form!.Key).Distinct().Order());

    [Fact]
    public void Every_block_field_and_span_is_in_it()
    {
        var cards = Cards(largest: false).Select(shown => shown.Card!).ToList();
        var texts = cards.SelectMany(card => card.Blocks).SelectMany(TextsOf.Instance.In).SelectMany(text => text.Spans);
        var forms = All(largest: false).Select(shown => shown.Form).OfType<Form>().SelectMany(form => form.Fields);
        Assert.Equal(KindsOf(typeof(CardBlock)), Names(cards.SelectMany(card => card.Blocks)));
        Assert.Equal(KindsOf(typeof(TextSpan)), Names(texts));
        Assert.Equal(KindsOf(typeof(FormField)), Names(forms));
    }

    private static IReadOnlyList<Shown> All(bool largest) => [.. CardCatalogue.All(largest ? Sample.Largest : Sample.Ordinary)];

    private static IEnumerable<Shown> Cards(bool largest) => All(largest).Where(shown => shown.Card is not null);

    private static void NothingBroken(IEnumerable<string> faults) => Assert.Empty(faults.Select(fault => fault.Length > 300 ? fault[..300] : fault).Take(20));

    private static IEnumerable<string> KindsOf(Type hierarchy) => hierarchy.Assembly.GetTypes().Where(type => type.IsSubclassOf(hierarchy)).Select(type => type.Name).Order();

    private static IEnumerable<string> Names(IEnumerable<object> things) => things.Select(thing => thing.GetType().Name).Distinct().Order();
}
