using System.Collections.Concurrent;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;

namespace IncidentBot.Slack.People;

/// <summary>People of a workspace by their ids, as the workspace sees them. Remembered for an hour.</summary>
internal sealed class SlackPeople(SlackApi api, TimeProvider time)
{
    /// <summary>Who cannot be seen: an id is no name.</summary>
    public const string Unnamed = "Someone in Slack";

    private const int MostRemembered = 20_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<PersonRef, Remembered> _remembered = [];
    private readonly ConcurrentDictionary<PersonRef, Lazy<Task<Person>>> _asking = [];

    /// <param name="saidName">The name that came with what was said; used while Slack gives no better one.</param>
    /// <exception cref="ChatException">Slack could not be asked, and never told before.</exception>
    public async ValueTask<Person> FindAsync(string team, string user, string? saidName, CancellationToken ct)
    {
        var who = SlackIds.Person(team, user);
        if (_remembered.TryGetValue(who, out var known) && known.Until > time.GetUtcNow()) return Named(known.Person, saidName);
        try
        {
            return Named(await AskOnceAsync(who).WaitAsync(ct), saidName);
        }
        catch (ChatException failure) when (failure.Fault is ChatFault.Temporary && known is not null)
        {
            return Named(known.Person, saidName);
        }
    }

    /// <summary>The person without asking Slack.</summary>
    public Person Known(string team, string user, string? saidName)
    {
        var who = SlackIds.Person(team, user);
        return Named(_remembered.TryGetValue(who, out var known) ? known.Person : new(who, ""), saidName);
    }

    /// <summary>Takes in a <c>user</c> object (https://docs.slack.dev/reference/objects/user-object), as <c>user_change</c> brings it.</summary>
    public void Update(string team, JsonElement user)
    {
        if (user.Text("id") is { } id) Remember(Read(SlackIds.Person(team, id), user));
    }

    private static Person Named(Person person, string? saidName) => person.Name.Length > 0 ? person : person with { Name = string.IsNullOrWhiteSpace(saidName) ? Unnamed : saidName };

    // However many ask for one person at a time, Slack is asked once; who stops waiting does not stop it for the others.
    private Task<Person> AskOnceAsync(PersonRef who) => _asking.GetOrAdd(who, _ => new(() => AskAsync(who))).Value;

    private async Task<Person> AskAsync(PersonRef who)
    {
        try
        {
            var answer = await api.CallAsync("users.info", new() { ["user"] = who.Id }, CancellationToken.None);
            return Remember(Read(who, answer.Part("user") ?? default));
        }
        catch (SlackApiException unseen) when (unseen.Fault is not ChatFault.Temporary)
        {
            return Remember(new(who, ""));
        }
        finally
        {
            _asking.TryRemove(who, out _);
        }
    }

    private Person Remember(Person person)
    {
        if (_remembered.Count >= MostRemembered) _remembered.Clear();
        _remembered[person.Ref] = new(person, time.GetUtcNow() + Fresh);
        return person;
    }

    private static Person Read(PersonRef who, JsonElement user)
    {
        string?[] names = [user.Part("profile")?.Text("display_name"), user.Text("real_name"), user.Part("profile")?.Text("real_name"), user.Text("name")];
        return new(who, names.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? "", user.Text("tz"));
    }

    private sealed record Remembered(Person Person, DateTimeOffset Until);
}
