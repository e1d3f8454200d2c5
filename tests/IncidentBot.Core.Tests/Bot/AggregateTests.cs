using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class AggregateTests
{
    public static TheoryData<Type> Kinds => [.. typeof(IAggregate).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IAggregate)) && !type.IsAbstract), typeof(TimelineEntry)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Everything_that_is_saved_comes_back_whole(Type kind)
    {
        var saved = Filled.Of(kind);
        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(saved, kind, BotJson.Options), kind, BotJson.Options);
        Assert.Equal(Filled.Holds(saved), Filled.Holds(read));
    }
}
