using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.State;

/// <summary>A public or private channel, or a direct conversation.</summary>
public sealed class Conversation(string id, string name, Member creator)
{
    private readonly List<Message> _messages = [];

    public string Id => id;

    public string Name { get; set; } = name;

    public Member Creator => creator;

    public bool IsPrivate { get; init; }

    public bool IsDirect { get; init; }

    public bool IsArchived { get; set; }

    public string Topic { get; set; } = "";

    public string Purpose { get; set; } = "";

    /// <summary>Ids, in the order of joining.</summary>
    public List<string> Members { get; } = [];

    public List<JsonObject> Bookmarks { get; } = [];

    /// <summary>Shown to one person each; not part of the history.</summary>
    public List<Ephemeral> Ephemerals { get; } = [];

    /// <summary>Everything that stands, oldest first, replies too.</summary>
    public IReadOnlyList<Message> Messages => [.. _messages];

    public string Type => IsDirect ? "im" : IsPrivate ? "group" : "channel";

    public bool Has(Member member) => Members.Contains(member.Id);

    public Message? Find(string ts) => _messages.FindLast(message => message.Ts == ts);

    public IReadOnlyList<Message> RepliesTo(Message parent) => [.. _messages.Where(message => message.Thread == parent.Ts)];

    public void Add(Message message) => _messages.Add(message);

    public void Remove(Message message) => _messages.Remove(message);

    public JsonObject ToJson(Member caller) => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["name_normalized"] = Name,
        ["created"] = 1_700_000_000,
        ["creator"] = Creator.Id,
        ["is_channel"] = !IsDirect,
        ["is_group"] = false,
        ["is_im"] = IsDirect,
        ["is_mpim"] = false,
        ["is_private"] = IsPrivate,
        ["is_archived"] = IsArchived,
        ["is_general"] = Name == "general",
        ["is_member"] = Has(caller),
        ["is_shared"] = false,
        ["is_ext_shared"] = false,
        ["is_org_shared"] = false,
        ["topic"] = new JsonObject { ["value"] = Topic, ["creator"] = "", ["last_set"] = 0 },
        ["purpose"] = new JsonObject { ["value"] = Purpose, ["creator"] = "", ["last_set"] = 0 },
        ["previous_names"] = new JsonArray(),
        ["num_members"] = Members.Count,
    };
}

/// <summary>A message that only one person sees, until they reload.</summary>
public sealed record Ephemeral(string Ts, string User, string? Thread, string Text, JsonArray? Blocks)
{
    public string Words => BlockWords.Of(Text, Blocks);

    public IReadOnlyList<JsonObject> Buttons => BlockWords.Buttons(Blocks);
}
