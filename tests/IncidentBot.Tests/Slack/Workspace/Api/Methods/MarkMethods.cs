using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Api.Methods;

/// <summary>Reactions, pins, bookmarks.</summary>
internal sealed class MarkMethods(Happenings happenings)
{
    private const int MostPins = 100;

    public IReadOnlyList<ApiMethod> All =>
    [
        new("reactions.add", ["reactions:write"], React),
        new("reactions.remove", ["reactions:write"], Unreact),
        new("pins.add", ["pins:write"], Pin),
        new("pins.remove", ["pins:write"], Unpin),
        new("pins.list", ["pins:read"], Pins),
        new("bookmarks.add", ["bookmarks:write"], Bookmark),
        new("bookmarks.edit", ["bookmarks:write"], EditBookmark),
        new("bookmarks.list", ["bookmarks:read"], call => new() { ["bookmarks"] = new JsonArray([.. call.Joined("channel_id").Bookmarks.Select(bookmark => bookmark.DeepClone())]) }),
    ];

    private JsonObject React(ApiCall call)
    {
        var message = call.Message(call.Joined(), "timestamp");
        var name = call.Required("name");
        if (name.Any(sign => !(char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign is '_' or '-' or '+' or ':')) || name.StartsWith(':')) throw new RefusalException("invalid_name");
        if (message.Reactions.TryGetValue(name, out var users) && users.Contains(call.Caller.Id)) throw new RefusalException("already_reacted");
        happenings.React(message, call.Caller, name, on: true);
        return [];
    }

    private JsonObject Unreact(ApiCall call)
    {
        var message = call.Message(call.Joined(), "timestamp");
        var name = call.Required("name");
        if (!message.Reactions.TryGetValue(name, out var users) || !users.Contains(call.Caller.Id)) throw new RefusalException("no_reaction");
        happenings.React(message, call.Caller, name, on: false);
        return [];
    }

    private JsonObject Pin(ApiCall call)
    {
        var where = call.Joined();
        var message = call.Message(where, "timestamp");
        if (message.IsPinned) throw new RefusalException("already_pinned");
        if (where.Messages.Count(other => other.IsPinned) >= MostPins) throw new RefusalException("too_many_pins");
        happenings.Pin(message, call.Caller, on: true);
        return [];
    }

    private JsonObject Unpin(ApiCall call)
    {
        var message = call.Message(call.Joined(), "timestamp");
        if (!message.IsPinned) throw new RefusalException("not_pinned");
        happenings.Pin(message, call.Caller, on: false);
        return [];
    }

    private JsonObject Pins(ApiCall call)
    {
        var where = call.Joined();
        var items = where.Messages.Where(message => message.IsPinned).Select(message => new JsonObject { ["type"] = "message", ["channel"] = where.Id, ["created"] = 1, ["created_by"] = call.Caller.Id, ["message"] = message.ToJson(WorkspaceState.TeamId, call.State.Url) });
        return new() { ["items"] = new JsonArray([.. items]) };
    }

    private JsonObject Bookmark(ApiCall call)
    {
        var where = call.Joined("channel_id");
        if (call.Required("type") != "link") throw new RefusalException("invalid_bookmark_type");
        if (!Uri.TryCreate(call.Required("link"), UriKind.Absolute, out var link)) throw new RefusalException("invalid_link");
        var bookmark = new JsonObject { ["id"] = call.State.NewId("Bk"), ["channel_id"] = where.Id, ["title"] = call.Required("title"), ["link"] = link.OriginalString, ["type"] = "link", ["emoji"] = call["emoji"] };
        where.Bookmarks.Add(bookmark);
        return new() { ["bookmark"] = bookmark.DeepClone() };
    }

    private JsonObject EditBookmark(ApiCall call)
    {
        var bookmark = call.Joined("channel_id").Bookmarks.Find(known => (string?)known["id"] == call.Required("bookmark_id")) ?? throw new RefusalException("not_found");
        foreach (var name in new[] { "title", "link", "emoji" })
            if (call[name] is { } value) bookmark[name] = value;
        return new() { ["bookmark"] = bookmark.DeepClone() };
    }
}
