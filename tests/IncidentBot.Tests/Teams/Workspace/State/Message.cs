using System.Globalization;
using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Workspace.State;

/// <summary>A message that stands in a conversation, or stood.</summary>
/// <param name="root">In a channel the id of the thread's first message, for that one its own; in chats null.</param>
public sealed class Message(Conversation where, string id, string? root, Member by)
{
    public Conversation Where => where;

    public string Id => id;

    public string? Root => root;

    public Member By => by;

    public DateTimeOffset At { get; } = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(id, CultureInfo.InvariantCulture));

    /// <summary>With <c>&lt;at&gt;…&lt;/at&gt;</c> where somebody is mentioned.</summary>
    public string Text { get; set; } = "";

    /// <summary>What people see, as Microsoft Graph has it too. For the bot's texts null.</summary>
    public string? Html { get; set; }

    public JsonArray Mentions { get; set; } = [];

    /// <summary>Cards and files.</summary>
    public JsonArray Attachments { get; set; } = [];

    public DateTimeOffset? EditedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>How often the bot put another text or card in its place.</summary>
    public int Updates { get; set; }

    /// <summary>Seen by this person only.</summary>
    public Member? TargetedTo { get; init; }

    /// <summary>Kinds of reactions with the ids of who reacted.</summary>
    public Dictionary<string, List<Member>> Reactions { get; } = [];

    public bool IsDeleted => DeletedAt is not null;

    public bool IsByBot => By.IsBot;

    public bool IsRoot => root == id;

    /// <summary>The later messages of its thread that stand.</summary>
    public IReadOnlyList<Message> Replies => [.. where.Messages.Where(message => message.Root == id && message.Id != id)];

    public JsonObject? Card => Attachments.OfType<JsonObject>().FirstOrDefault(attachment => (string?)attachment["contentType"] == CardWords.ContentType)?["content"] as JsonObject;

    /// <summary>Everything that people read in it, a line a text.</summary>
    public string Words => CardWords.Of(Text, Attachments);

    /// <summary>Its buttons, with those that a button shows.</summary>
    public IReadOnlyList<JsonObject> Buttons => CardWords.Actions(Attachments);

    public bool HasButton(string title) => Buttons.Any(button => (string?)button["title"] == title);

    public bool Mention(Member member) => Mentions.Any(mention => (string?)mention?["mentioned"]?["id"] == member.Id);
}
