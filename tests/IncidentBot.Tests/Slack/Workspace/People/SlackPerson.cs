using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.Delivery;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.People;

/// <summary>A person at their Slack client. What they type is plain: mentions as <c>@ana</c>, addresses and a few emoji as themselves.</summary>
public sealed class SlackPerson
{
    private readonly SlackWorkspace _workspace;
    private readonly WorkspaceState _state;
    private readonly Member _member;

    internal SlackPerson(SlackWorkspace workspace, Member member) => (_workspace, _state, _member) = (workspace, workspace.State, member);

    public string Id => _member.Id;

    public Member Member => _member;

    public Message Say(string channel, string text) => Post(In(channel), text, null);

    public Message Reply(Message to, string text, bool alsoInChannel = false) => Post(to.Where, text, to.Thread ?? to.Ts, alsoInChannel ? "thread_broadcast" : null);

    public Message Upload(string channel, string fileName, string content, string comment = "", Message? inThreadOf = null)
    {
        lock (_state.Gate)
        {
            var bytes = Encoding.UTF8.GetBytes(content);
            var file = new SlackFile(_state.NewId("F"), fileName, Id, bytes.Length) { Content = bytes, IsComplete = true };
            _state.Files.Add(file);
            return _workspace.Happenings.Post(new(In(channel), _state.NewTs(), _member) { Text = TypedText.Encoded(_state, comment), Files = [file], Subtype = "file_share", Thread = inThreadOf?.Ts });
        }
    }

    public void Edit(Message message, string text) => Do(() => _workspace.Happenings.Edit(message, changed => (changed.Text, changed.Blocks) = (TypedText.Encoded(_state, text), TypedText.Blocks(_state, text))));

    public void Delete(Message message) => Do(() => _workspace.Happenings.Delete(message));

    public void React(Message message, string emoji, bool on = true) => Do(() => _workspace.Happenings.React(message, _member, TypedText.EmojiName(emoji), on));

    public void Pin(Message message, bool on = true) => Do(() => _workspace.Happenings.Pin(message, _member, on));

    public void Join(string channel) => Do(() => _workspace.Channels.Join(In(channel, asMember: false), _member));

    public void Leave(string channel) => Do(() => _workspace.Channels.Leave(In(channel), _member));

    public void Rename(string channel, string name) => Do(() => _workspace.Channels.Rename(In(channel), _member, name));

    public void Archive(string channel) => Do(() => _workspace.Channels.Archive(In(channel), _member, on: true));

    /// <summary>Asks the app into a channel.</summary>
    public void InviteApp(string channel) => Do(() => _workspace.Channels.Join(In(channel), _state.Bot, _member));

    public void OpenHome() => Do(() =>
    {
        var opened = new JsonObject { ["type"] = "app_home_opened", ["user"] = Id, ["channel"] = _state.Direct(_member).Id, ["tab"] = "home", ["event_ts"] = _state.NewTs() };
        if (_state.Homes.TryGetValue(Id, out var home)) opened["view"] = home.ToJson();
        _workspace.Feed.Tell(opened);
    });

    /// <summary>Types a command. What the app answers at once is shown to this person only, or to all.</summary>
    public async Task<Answer> CommandAsync(string channel, string text, string command = "/incident")
    {
        var where = In(channel);
        var answer = await AskAsync(() => _workspace.Interactions.Command(_member, where, command, text));
        lock (_state.Gate) _workspace.Responses.Show(where, _member, answer.Body);
        return answer;
    }

    /// <summary>Presses a button of a message, by its label or action id.</summary>
    public Task<Answer> PressAsync(Message message, string button) => AskAsync(() => _workspace.Interactions.Press(_member, message.Where, Button(message.Buttons, button), message, null));

    public Task<Answer> PressAsync(string channel, Ephemeral message, string button) => AskAsync(() => _workspace.Interactions.Press(_member, In(channel), Button(message.Buttons, button), null, message));

    public Task<Answer> PressAsync(OpenView view, string button) => AskAsync(() => _workspace.Interactions.Press(_member, view, Button(view.Buttons, button)));

    /// <summary>Chooses an action in the menu of a message.</summary>
    public Task<Answer> ShortcutAsync(Message message, string callback) => AskAsync(() => _workspace.Interactions.Shortcut(_member, message, callback));

    /// <summary>Chooses a shortcut of the app, wherever they are.</summary>
    public Task<Answer> ShortcutAsync(string callback) => AskAsync(() => _workspace.Interactions.Shortcut(_member, callback));

    /// <summary>Sends a form. Returns the errors that its fields now show, by field; none: it is closed.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SubmitAsync(OpenView view, params (string Field, string Value)[] filled)
    {
        var answer = await AskAsync(() => _workspace.Interactions.Submission(_member, view, FormValues.Of(_state, view, filled.ToDictionary(pair => pair.Field, pair => pair.Value))));
        if (!answer.Acked) throw new InvalidOperationException($"The form could not be sent: {answer.Reason}");
        lock (_state.Gate) return _workspace.Responses.Submitted(view, answer.Body);
    }

    /// <summary>The modal before this person.</summary>
    public OpenView? View
    {
        get
        {
            lock (_state.Gate) return _state.Views.FindLast(view => view.User == Id && view.IsOpen);
        }
    }

    public OpenView? Home
    {
        get
        {
            lock (_state.Gate) return _state.Homes.GetValueOrDefault(Id);
        }
    }

    /// <summary>What only this person sees in a channel.</summary>
    public IReadOnlyList<Ephemeral> SeesAlone(string channel)
    {
        lock (_state.Gate) return [.. In(channel).Ephemerals.Where(message => message.User == Id)];
    }

    /// <summary>Messages in the direct conversation with the app.</summary>
    public IReadOnlyList<Message> Direct
    {
        get
        {
            lock (_state.Gate) return _state.Direct(_member).Messages;
        }
    }

    private Message Post(Conversation where, string text, string? thread, string? subtype = null)
    {
        lock (_state.Gate)
        {
            if (where.IsArchived) throw new InvalidOperationException($"#{where.Name} is archived");
            return _workspace.Happenings.Post(new(where, _state.NewTs(), _member) { Text = TypedText.Encoded(_state, text), Blocks = TypedText.Blocks(_state, text), Thread = thread, Subtype = subtype });
        }
    }

    private Conversation In(string channel, bool asMember = true)
    {
        lock (_state.Gate)
        {
            var where = _state.Conversation(channel) ?? throw new InvalidOperationException($"There is no #{channel}; there are {string.Join(", ", _state.Conversations.Select(known => known.Name))}");
            if (asMember && !where.Has(_member)) throw new InvalidOperationException($"{_member.Name} is not in #{where.Name}");
            return where;
        }
    }

    private static JsonObject Button(IReadOnlyList<JsonObject> buttons, string wanted) =>
        buttons.FirstOrDefault(button => (string?)button["text"]?["text"] == wanted || (string?)button["action_id"] is { } id && (id == wanted || id.StartsWith($"{wanted}#", StringComparison.Ordinal)))
        ?? throw new InvalidOperationException($"There is no button “{wanted}”; there are {string.Join(", ", buttons.Select(button => $"{button["text"]?["text"]} ({button["action_id"]})"))}");

    private Task<Answer> AskAsync(Func<Envelope> envelope)
    {
        lock (_state.Gate) return _workspace.Deliveries.AskAsync(envelope());
    }

    private void Do(Action happens)
    {
        lock (_state.Gate) happens();
    }
}
