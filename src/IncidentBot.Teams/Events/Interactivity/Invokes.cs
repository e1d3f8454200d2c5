using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Teams.Events.Interactivity;

/// <summary>What is answered in the response to it (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/bot-invoke-activities), by name.</summary>
internal static class Invokes
{
    public const string PressButton = "adaptiveCard/action";
    public const string OpenDialog = "task/fetch";
    public const string SubmitDialog = "task/submit";
    public const string OpenMenuDialog = "composeExtension/fetchTask";
    public const string SubmitMenuDialog = "composeExtension/submitAction";

    public static ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(Activity done, CancellationToken ct) => done.Body.Text("name") switch
    {
        PressButton or OpenDialog => Buttons.ReadAsync(done, ct),
        SubmitDialog or SubmitMenuDialog => Submissions.ReadAsync(done, ct),
        OpenMenuDialog => MenuActions.ReadAsync(done, ct),
        _ => ValueTask.FromResult<IReadOnlyList<ChatEvent>>([]),
    };
}
