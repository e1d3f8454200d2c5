using System.Text.Json;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Exports;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Tests.Postmortems.Drafts;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using NJsonSchema;
using Xunit;

namespace IncidentBot.Core.Tests.Exports;

/// <summary>The schema that is documented, held against what is written.</summary>
public sealed class SchemaTests
{
    private static readonly string Written = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "postmortem.schema.json"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_written_is_as_the_schema_says(bool full)
    {
        var schema = await JsonSchema.FromJsonAsync(Written, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(ExportFormat.Json.Of(SomeDraft.Draft(full ? SomeDraft.Full : SomeDraft.Bare))));
    }

    [Fact]
    public async Task So_is_what_changed_since_a_version_and_what_was_curated()
    {
        var schema = await JsonSchema.FromJsonAsync(Written, TestContext.Current.CancellationToken);
        var draft = SomeDraft.Draft(SomeDraft.Curated).Since(SomeDraft.FirstVersion);
        Assert.NotEmpty(draft.Changes!.Parts);
        Assert.Empty(schema.Validate(ExportFormat.Json.Of(draft)));
        Assert.Empty(schema.Validate(ExportFormat.Json.Of(draft with { Changes = new(1, []) })));
    }

    [Fact]
    public async Task So_is_a_budget_with_all_that_people_are_told_of_it()
    {
        var schema = await JsonSchema.FromJsonAsync(Written, TestContext.Current.CancellationToken);
        var draft = SomeDraft.Draft(SomeDraft.Full);
        var json = ExportFormat.Json.Of(draft with { Incident = draft.Incident with { Budgets = [new("checkout-availability", "the 28-day budget", Some.Time) { Left = 0.4, Unseen = 0.25, IsPast = true, SetAside = new("the supplier has fixed it", Some.Ana, Some.Time) }] } });
        Assert.Empty(schema.Validate(json));
        var budget = JsonSerializer.Deserialize<JsonElement>(json).GetProperty("errorBudgets")[0];
        Assert.Equal((0.25, true), (budget.GetProperty("notCounted").GetDouble(), budget.GetProperty("isPast").GetBoolean()));
        Assert.Equal(("the supplier has fixed it", "ana"), (budget.GetProperty("setAside").GetProperty("reason").GetString(), budget.GetProperty("setAside").GetProperty("setAsideBy").GetString()));
    }

    [Fact]
    public void Merged_and_corrected_entries_say_so()
    {
        var entries = JsonSerializer.Deserialize<JsonElement>(ExportFormat.Json.Of(SomeDraft.Draft(SomeDraft.Curated))).GetProperty("timeline").EnumerateArray().ToList();
        var (head, merged) = (entries.Single(entry => entry.GetProperty("text").GetString() == "seeing 500s"), entries.Single(entry => entry.GetProperty("text").GetString() == "500s here too"));
        Assert.Equal(head.GetProperty("id").GetString(), merged.GetProperty("mergedInto").GetString());
        Assert.Equal(JsonValueKind.Null, head.GetProperty("mergedInto").ValueKind);
        Assert.Equal((Some.Time.AddMinutes(-4).UtcDateTime, Some.Time.UtcDateTime), (head.GetProperty("at").GetDateTime(), head.GetProperty("recordedAt").GetDateTime()));
        Assert.Equal(JsonValueKind.Null, merged.GetProperty("recordedAt").ValueKind);
    }

    [Theory]
    [InlineData("\"gaps\": 0", "\"gaps\": \"0\"")]
    [InlineData("\"kind\": \"message\"", "\"kind\": \"mesage\"")]
    [InlineData("\"formatVersion\": 1", "\"formatVersion\": 1, \"extra\": 1")]
    [InlineData("\"declaredBy\": \"ana\",", "")]
    public async Task What_is_not_as_the_schema_says_is_found(string right, string wrong)
    {
        var schema = await JsonSchema.FromJsonAsync(Written, TestContext.Current.CancellationToken);
        var json = ExportFormat.Json.Of(SomeDraft.Draft(SomeDraft.Full));
        Assert.Contains(right, json, StringComparison.Ordinal);
        Assert.NotEmpty(schema.Validate(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_member_is_described()
    {
        var members = Members(JsonSerializer.Deserialize<JsonElement>(Written)).ToList();
        Assert.True(members.Count > 80);
        Assert.All(members, member => Assert.True(member.Schema.TryGetProperty("description", out var words) && words.GetString()!.Length > 3, member.Name));
    }

    [Theory]
    [InlineData("incident", "status", typeof(IncidentStatus))]
    [InlineData("incident", "severity", typeof(Severity))]
    [InlineData("postmortem", "status", typeof(PostmortemStatus))]
    [InlineData("actionItem", "status", typeof(ActionItemStatus))]
    [InlineData("milestone", "kind", typeof(MilestoneKind))]
    [InlineData("change", "kind", typeof(ChangeKind))]
    [InlineData("entry", "kind", typeof(EntryKind))]
    public void Its_values_are_those_that_there_are(string definition, string member, Type values)
    {
        var listed = JsonSerializer.Deserialize<JsonElement>(Written).GetProperty("definitions").GetProperty(definition).GetProperty("properties").GetProperty(member).GetProperty("enum");
        Assert.Equal(Enum.GetNames(values).Select(JsonNamingPolicy.KebabCaseLower.ConvertName), listed.EnumerateArray().Select(value => value.GetString()));
    }

    private static IEnumerable<(string Name, JsonElement Schema)> Members(JsonElement schema)
    {
        foreach (var (key, part) in schema.EnumerateObject().Select(part => (part.Name, part.Value)))
        {
            if (key == "properties")
                foreach (var member in part.EnumerateObject()) yield return (member.Name, member.Value);
            if (key == "definitions")
                foreach (var found in part.EnumerateObject().SelectMany(definition => Members(definition.Value))) yield return found;
        }
    }
}
