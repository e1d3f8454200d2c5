using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A button. One that opens a form asks for a dialog; any other executes, and clients that cannot send its data as a message:
/// learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards</summary>
internal static class TeamsButton
{
    private const string OpensDialog = "task/fetch";

    public static JsonObject Of(Button button)
    {
        if (BotTables.Button(button.Action)?.OpensForm is not null) return Submit(button, new JsonObject { ["type"] = OpensDialog });
        var execute = Styled(button, "Action.Execute");
        execute["verb"] = button.Action;
        execute["data"] = CardData.OfButton(button.Action, button.Value);
        execute["fallback"] = Submit(button, null);
        return execute;
    }

    private static JsonObject Submit(Button button, JsonObject? teams)
    {
        var submit = Styled(button, "Action.Submit");
        var data = CardData.OfButton(button.Action, button.Value);
        if (teams is not null) data["msteams"] = teams;
        submit["data"] = data;
        return submit;
    }

    private static JsonObject Styled(Button button, string type)
    {
        var drawn = new JsonObject { ["type"] = type, ["title"] = Literal.InRun(CleanText.Line(button.Label)) };
        if (Style(button.Kind) is { } style) drawn["style"] = style;
        return drawn;
    }

    private static string? Style(ButtonKind kind) => kind switch
    {
        ButtonKind.Normal => null,
        ButtonKind.Primary => "positive",
        ButtonKind.Danger => "destructive",
    };
}
