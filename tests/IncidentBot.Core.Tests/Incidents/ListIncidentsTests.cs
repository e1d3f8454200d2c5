using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class ListIncidentsTests
{
    [Fact]
    public async Task The_newest_stand_first_and_resolved_ones_only_when_asked_for()
    {
        var story = await Three();
        await story.Says("ben", "/incident list");
        Assert.Equal(["INC-3", "INC-1"], Labels(story));
        await story.Says("ben", "/incident list all");
        Assert.Equal(["INC-3", "INC-2", "INC-1"], Labels(story));
        Assert.All(story.LastHeard, heard => Assert.Equal(Some.Ben.Ref, heard.OnlyTo));
    }

    [Theory]
    [InlineData("list checkout", "INC-1")]
    [InlineData("list all CHECKOUT", "INC-2 INC-1")]
    [InlineData("list all INC-3", "INC-3")]
    [InlineData("list billing", "INC-3")]
    public async Task Words_find_incidents_by_title_service_and_number(string words, string labels)
    {
        var story = await Three();
        await story.Says("ben", $"/incident {words}");
        Assert.Equal(labels.Split(' '), Labels(story));
    }

    [Fact]
    public async Task An_empty_list_says_how_to_declare()
    {
        var story = new Story();
        await story.Says("ana", "/incident list");
        story.Hears("/incident start");
        await story.Says("ana", "/incident list all");
        story.Hears("/incident start");
        await story.Says("ana", "/incident list <b>pay</b>");
        story.Hears("<b>pay</b>");
    }

    [Fact]
    public async Task A_private_incident_is_listed_to_its_members_only()
    {
        var story = new Story();
        await story.Says("ana", "/incident start private card data in a log");
        await story.Says("ana", "/incident list", place: Some.Place("general"));
        story.Hears("card data in a log");
        await story.Says("chidi", "/incident list all", place: Some.Place("general"));
        story.HearsNot("card data");
    }

    private static async Task<Story> Three()
    {
        var (story, general) = (new Story(), Some.Place("general"));
        await story.Says("ana", "/incident start checkout is failing", place: general);
        await story.Says("ana", "/incident start checkout is slow", place: general);
        await story.Says("ana", "/incident resolve INC-2", place: general);
        await story.Says("ana", "/incident start invoices are late service:billing", place: general);
        return story;
    }

    private static IEnumerable<string> Labels(Story story) =>
        story.LastHeard.Single().Words.Split('\n').Select(line => line.Split(' ')[0]).Where(word => word.StartsWith("INC-", StringComparison.Ordinal));
}
