using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Rendering;

namespace IncidentBot.Teams.Events.Interactivity;

/// <summary>Submitted dialogs (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots). Dialogs that are not ours mean nothing.</summary>
internal static class Submissions
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(Activity done, CancellationToken ct)
    {
        if (done.Body.Part("value") is not { ValueKind: JsonValueKind.Object } value || CardData.Read(value) is not SubmittedForm form) return [];
        var people = new Dictionary<string, Person>();
        foreach (var (field, chosen) in form.Values)
            if (IsPerson(chosen)) people[field] = await done.Reading.People(done.Tenant, chosen, null, done.Place.Channel, ct);
        return [new FormSubmitted(done.At, await done.ByAsync(ct), PlaceOf(done, form.Origin.Place), form.Form, form.Origin.Context, form.Values) { People = people }];
    }

    // The client says where the dialog was opened; the conversation of the request proves it but for the thread, and who may speak in a channel may in all its threads.
    private static Place PlaceOf(Activity done, Place said) => said.Channel == done.Place.Channel ? said : done.Place;

    // The people picker gives Entra object ids (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker).
    private static bool IsPerson(string value) => Guid.TryParseExact(value, "D", out _);
}
