using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Rendering;

namespace IncidentBot.Slack.Events.Interactivity;

/// <summary>Submitted forms (docs.slack.dev/reference/interaction-payloads/view-interactions-payload). Views that are not ours mean nothing.</summary>
internal static class Submissions
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(Interaction done, CancellationToken ct)
    {
        if (done.User is not { } user || done.Payload.Part("view") is not { } view) return [];
        if (view.Filled("callback_id") is not { } form || FormOrigin.Read(view.Text("private_metadata") ?? "") is not { } origin) return [];
        var (values, people) = (new Dictionary<string, string>(), new Dictionary<string, Person>());
        foreach (var (field, element) in Inputs(view))
        {
            if (element.Filled("selected_user") is { } chosen) people[field] = await done.Reading.People(done.Team, chosen, null, ct);
            if ((element.Text("value") ?? element.Part("selected_option")?.Text("value") ?? element.Text("selected_user")) is { } value) values[field] = value;
        }
        return [new FormSubmitted(done.At, await done.ByAsync(user, ct), origin.Place, form, origin.Context, values) { People = people, PlaceName = origin.PlaceName }];
    }

    /// <summary>The one element of each block, under the block's id.</summary>
    private static IEnumerable<(string Field, JsonElement Element)> Inputs(JsonElement view) =>
        from block in Members(view.Part("state")?.Part("values") ?? default)
        from element in Members(block.Value)
        select (block.Name, element.Value);

    private static IEnumerable<JsonProperty> Members(JsonElement json) => json.ValueKind is JsonValueKind.Object ? json.EnumerateObject() : [];
}
