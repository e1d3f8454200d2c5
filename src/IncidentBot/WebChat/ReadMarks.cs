using System.Collections.Concurrent;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <param name="First">The id of the first unread message.</param>
/// <param name="Mentioned">One of them calls the person by name, or is in a direct conversation.</param>
public sealed record Unread(int Count, string First, bool Mentioned);

/// <summary>What each person has not read yet, since the program started.</summary>
public sealed class ReadMarks
{
    private readonly Workspace _workspace;
    private readonly ConcurrentDictionary<(string Person, string Channel), Unread> _unread = new();
    private readonly ConcurrentDictionary<string, string> _newest = new();

    private readonly string _start;

    public ReadMarks(Workspace workspace, LiveFeed feed)
    {
        _workspace = workspace;
        _start = workspace.Stamp().Id;
        feed.Changed += Note;
    }

    public Unread? Of(string person, string channel) => _unread.GetValueOrDefault((person, channel));

    public void Read(string person, string channel) => _unread.TryRemove((person, channel), out _);

    private void Note(WebChange change)
    {
        foreach (var message in change.Messages.Where(message => !message.Notice && IsNew(message)))
            foreach (var person in _workspace.People.Where(person => !person.IsBot && person.Id != message.Author && message.VisibleTo(person.Id)))
                Count(message, person);
    }

    private void Count(WebMessage message, WebPerson person)
    {
        var mentioned = _workspace.Channel(message.Channel) is { Direct: true } || message.Text.Contains("@" + person.Name, StringComparison.Ordinal);
        _unread.AddOrUpdate((person.Id, message.Channel), new Unread(1, message.Id, mentioned), (_, known) => known with { Count = known.Count + 1, Mentioned = known.Mentioned || mentioned });
    }

    private bool IsNew(WebMessage message)
    {
        var newest = _newest.GetValueOrDefault(message.Channel, _start);
        if (string.CompareOrdinal(message.Id, newest) <= 0) return false;
        _newest[message.Channel] = message.Id;
        return true;
    }
}
