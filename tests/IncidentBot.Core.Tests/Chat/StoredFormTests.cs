using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Chat;

/// <summary>What waits in the inbox and the outbox, and the cards in it, must be readable after a restart and by the next version.</summary>
public sealed class StoredFormTests
{
    private static readonly Type[] Hierarchies = [typeof(ChatEvent), typeof(Saying), typeof(CardBlock), typeof(TextSpan), typeof(FormField)];

    public static TheoryData<Type, Type> Kinds
    {
        get
        {
            var kinds = new TheoryData<Type, Type>();
            foreach (var hierarchy in Hierarchies)
                foreach (var kind in Filled.KindsOf(hierarchy)) kinds.Add(hierarchy, kind);
            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_registered_once(Type hierarchy, Type kind) =>
        Assert.Single(hierarchy.GetCustomAttributes<JsonDerivedTypeAttribute>(), registered => registered.DerivedType == kind);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_comes_back_whole(Type hierarchy, Type kind)
    {
        var stored = Filled.Of(kind);
        var json = JsonSerializer.Serialize(stored, hierarchy, BotJson.Options);
        Assert.Equal(Filled.Holds(stored), Filled.Holds(JsonSerializer.Deserialize(json, hierarchy, BotJson.Options)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_comes_back_when_its_members_were_reordered(Type hierarchy, Type kind)
    {
        var stored = Filled.Of(kind);
        var members = JsonNode.Parse(JsonSerializer.Serialize(stored, hierarchy, BotJson.Options))!.AsObject();
        var reordered = new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        Assert.Equal(Filled.Holds(stored), Filled.Holds(JsonSerializer.Deserialize(reordered.ToJsonString(), hierarchy, BotJson.Options)));
    }

    [Theory]
    [InlineData(typeof(ChatEvent), "posted edited deleted highlight command button form room-opened room-not-opened room-gone came left")]
    [InlineData(typeof(Saying), "card whisper direct react upload open-room")]
    [InlineData(typeof(CardBlock), "heading paragraph bullets facts quote table choices")]
    [InlineData(typeof(TextSpan), "text bold italic code link mention moment room")]
    [InlineData(typeof(FormField), "text choice person")]
    public void Names_that_may_stand_in_a_store_are_never_dropped(Type hierarchy, string names) =>
        Assert.Subset(hierarchy.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(registered => registered.TypeDiscriminator).ToHashSet(), new HashSet<object?>(names.Split(' ')));

    [Fact]
    public void A_card_with_every_block_comes_back_whole()
    {
        var card = new Card("all", [.. Filled.KindsOf(typeof(CardBlock)).Select(kind => (CardBlock)Filled.Of(kind))]);
        Assert.Equal(Filled.Holds(card), Filled.Holds(BotJson.Read<Card>(BotJson.Write(card))));
    }

    [Fact]
    public void Texts_come_back_to_the_letter()
    {
        RichText text = "“quotes” <b>&amp; \\ مرحبا 🔥 \u2028 \0 end";
        Assert.Equal(text.ToPlainText(), BotJson.Read<RichText>(BotJson.Write(text)).ToPlainText());
    }
}
