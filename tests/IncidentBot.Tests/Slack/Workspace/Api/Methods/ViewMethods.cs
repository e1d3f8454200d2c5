using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Api.Methods;

/// <summary>Modals and the home tab. https://docs.slack.dev/surfaces/modals</summary>
internal sealed class ViewMethods(WorkspaceOptions options)
{
    public IReadOnlyList<ApiMethod> All =>
    [
        new("views.open", [], Open),
        new("views.push", [], Open),
        new("views.update", [], Update),
        new("views.publish", [], Publish),
    ];

    private JsonObject Open(ApiCall call)
    {
        var user = Exchange(call);
        var view = new OpenView(call.State.NewId("V"), user, ViewLimits.Checked(call, "modal"));
        if (call.Method == "views.open") foreach (var before in call.State.Views.Where(known => known.User == user)) before.IsOpen = false;
        call.State.Views.Add(view);
        return new() { ["view"] = view.ToJson() };
    }

    /// <summary>A trigger is good for one use within three seconds. https://docs.slack.dev/interactivity/handling-user-interaction#trigger_id</summary>
    private string Exchange(ApiCall call)
    {
        var id = call.Required("trigger_id");
        if (!call.State.Triggers.TryGetValue(id, out var trigger)) throw new RefusalException("invalid_trigger_id");
        if (trigger.At == DateTimeOffset.MinValue) throw new RefusalException("exchanged_trigger_id");
        if (TimeProvider.System.GetUtcNow() - trigger.At > options.TriggerLife) throw new RefusalException("expired_trigger_id");
        call.State.Triggers[id] = trigger with { At = DateTimeOffset.MinValue };
        return trigger.User;
    }

    private static JsonObject Update(ApiCall call)
    {
        var view = call.State.Views.Find(known => known.Id == call["view_id"] && known.IsOpen) ?? throw new RefusalException("not_found");
        if (call["hash"] is { } hash && hash != view.Hash) throw new RefusalException("hash_conflict");
        view.Json = ViewLimits.Checked(call, "modal");
        view.Hash = call.State.NewId("hash");
        return new() { ["view"] = view.ToJson() };
    }

    private static JsonObject Publish(ApiCall call)
    {
        var user = call.User(call.Required("user_id"));
        var view = new OpenView(call.State.NewId("V"), user.Id, ViewLimits.Checked(call, "home"));
        call.State.Homes[user.Id] = view;
        return new() { ["view"] = view.ToJson() };
    }
}
