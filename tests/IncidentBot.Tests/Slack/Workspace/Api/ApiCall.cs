using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>One call of a method, with its arguments as they were posted.</summary>
public sealed class ApiCall(WorkspaceState state, IReadOnlySet<string> scopes, string method, IReadOnlyDictionary<string, string> arguments)
{
    public string Method => method;

    public WorkspaceState State => state;

    public Member Caller => state.Bot;

    public IReadOnlyDictionary<string, string> Arguments => arguments;

    public bool MayPostAnywhere => scopes.Contains("chat:write.public");

    /// <summary>Throws unless the token has one of these scopes.</summary>
    public void Needs(params IReadOnlyList<string> anyOf)
    {
        if (anyOf.Count > 0 && !anyOf.Any(scopes.Contains)) throw new RefusalException("missing_scope") { More = { ["needed"] = anyOf[0], ["provided"] = string.Join(',', scopes) } };
    }

    public string? this[string name] => arguments.TryGetValue(name, out var value) ? value : null;

    public string Required(string name) => this[name] is { Length: > 0 } value ? value : throw new RefusalException("invalid_arguments", $"[ERROR] missing required field: {name}");

    public bool Flag(string name) => this[name] is "true" or "1";

    public int Number(string name, int otherwise) => this[name] is not { } value ? otherwise
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new RefusalException("invalid_arguments", $"[ERROR] {name} is not a number");

    public T? Json<T>(string name, string error) where T : JsonNode
    {
        if (this[name] is not { } text) return null;
        try
        {
            return JsonNode.Parse(text) as T ?? throw new RefusalException(error, $"[ERROR] {name} is of another kind");
        }
        catch (JsonException)
        {
            throw new RefusalException(error, $"[ERROR] {name} is no JSON");
        }
    }

    /// <summary>A conversation that the app can see.</summary>
    public Conversation Conversation(string name = "channel")
    {
        var id = Required(name);
        var found = state.Conversations.Find(conversation => conversation.Id == id) ?? throw new RefusalException("channel_not_found");
        return (found.IsPrivate || found.IsDirect) && !found.Has(Caller) ? throw new RefusalException("channel_not_found") : found;
    }

    /// <summary>A conversation that the app is in and that is not archived.</summary>
    public Conversation Joined(string name = "channel")
    {
        var found = Conversation(name);
        if (found.IsArchived) throw new RefusalException("is_archived");
        return found.Has(Caller) ? found : throw new RefusalException("not_in_channel");
    }

    public Message Message(Conversation where, string name) => where.Find(Required(name)) is { Subtype: not "tombstone" } found ? found : throw new RefusalException("message_not_found");

    public Member User(string id) => state.Members.Find(member => member.Id == id) ?? throw new RefusalException("user_not_found");
}
