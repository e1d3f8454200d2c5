using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.People;

/// <summary>A person at their Teams client. What they type is plain: <c>@IncidentBot</c> and <c>@ben</c> are mentions.</summary>
public sealed class TeamsPerson
{
    private readonly TeamsWorkspace _workspace;
    private readonly TeamsState _state;
    private readonly Member _member;

    internal TeamsPerson(TeamsWorkspace workspace, Member member) => (_workspace, _state, _member) = (workspace, workspace.State, member);

    public Member Member => _member;

    /// <summary>A new post in a channel, or a message in a group chat.</summary>
    /// <param name="files">Names of attached files.</param>
    public Message Says(string channel, string text, params string[] files) => Post(In(channel), root: null, text, files);

    /// <summary>In the chat with the bot.</summary>
    public Message SaysDirectly(string text) => Post(_workspace.Direct(this), root: null, text, []);

    /// <summary>In the thread of a message; in a chat, which has none, below it.</summary>
    public Message Replies(Message to, string text, params string[] files) => Post(to.Where, to.Root, text, files);

    public void Edits(Message message, string text) => Do(() => _workspace.Happenings.Edit(Mine(message), text));

    public void Deletes(Message message) => Do(() => _workspace.Happenings.Delete(Mine(message)));

    public void Undeletes(Message message) => Do(() => _workspace.Happenings.Undelete(Mine(message)));

    /// <param name="kind"><c>like</c>, <c>heart</c>, or <c>1f4cc_pushpin</c> for an emoji.</param>
    public void Reacts(Message message, string kind, bool on = true) => Do(() => _workspace.Happenings.React(message, _member, kind, on));

    /// <summary>Presses a button of a card by its title, with what was filled into the card's inputs.</summary>
    public Task<Pressed> PressAsync(Message card, string title, params (string Input, string Value)[] filled) =>
        _workspace.Presses.PressAsync(_member, card, Button(card.Buttons, title), Named(filled));

    /// <summary>The same in a client that knows no <c>Action.Execute</c>.</summary>
    public Task<Pressed> PressAsOldClientAsync(Message card, string title) => _workspace.Presses.PressAsOldClientAsync(_member, card, Button(card.Buttons, title), Named([]));

    /// <summary>Sends a dialog by its first button that submits.</summary>
    public Task<Pressed> SubmitAsync(Dialog dialog, params (string Input, string Value)[] filled) =>
        _workspace.Presses.SubmitAsync(_member, dialog, dialog.Buttons.FirstOrDefault(button => (string?)button["type"] == "Action.Submit") ?? throw new InvalidOperationException($"“{dialog.Title}” cannot be sent"), Named(filled));

    /// <summary>Chooses an action of the app in the menu of a message.</summary>
    /// <param name="command">The command's id in the manifest.</param>
    /// <param name="fetches">Whether the command opens a dialog, as the manifest says.</param>
    public Task<Pressed> ChoosesAsync(Message message, string command, bool fetches) => _workspace.Presses.ChooseAsync(_member, message, command, fetches);

    /// <summary>What only this person sees in a channel or chat.</summary>
    public IReadOnlyList<Message> SeesAlone(string channel)
    {
        lock (_state.Gate) return [.. _workspace.Conversation(channel).All.Where(message => message is { IsDeleted: false } && message.TargetedTo == _member)];
    }

    /// <summary>Messages in the chat with the bot.</summary>
    public IReadOnlyList<Message> Direct
    {
        get
        {
            lock (_state.Gate) return _state.Personal(_member).Messages;
        }
    }

    private Message Post(Conversation where, string? root, string text, IReadOnlyList<string> files)
    {
        lock (_state.Gate)
        {
            var id = _state.NewMessageId();
            var message = new Message(where, id, where.IsChannel ? root ?? id : null, _member) { Attachments = new([.. files.Select(FileAttachment.Of)]) };
            TypedText.Into(message, _state, text);
            return _workspace.Happenings.Post(message);
        }
    }

    private Conversation In(string channel)
    {
        var where = _workspace.Conversation(channel);
        return where.Members.Contains(_member) ? where : throw new InvalidOperationException($"{_member.Name} is not in {where}");
    }

    private Message Mine(Message message) => message.By == _member ? message : throw new InvalidOperationException($"{_member.Name} cannot change what {message.By.Name} said");

    private static JsonObject Button(IReadOnlyList<JsonObject> buttons, string title) =>
        buttons.FirstOrDefault(button => (string?)button["title"] == title) ?? throw new InvalidOperationException($"There is no button “{title}”; there are {string.Join(", ", buttons.Select(button => button["title"]))}");

    private static Dictionary<string, string> Named((string Input, string Value)[] filled) => filled.ToDictionary(pair => pair.Input, pair => pair.Value);

    private void Do(Action happens)
    {
        lock (_state.Gate) happens();
    }
}
