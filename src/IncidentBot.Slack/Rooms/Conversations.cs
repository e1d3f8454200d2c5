using System.Collections.Concurrent;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;

namespace IncidentBot.Slack.Rooms;

/// <summary>Direct conversations with people. Once opened, its id stays.</summary>
internal sealed class Conversations(SlackApi api)
{
    private readonly ConcurrentDictionary<PersonRef, Place> _open = [];

    public async Task<Place> WithAsync(PersonRef person, CancellationToken ct)
    {
        if (_open.TryGetValue(person, out var open)) return open;
        var answer = await api.CallAsync("conversations.open", new() { ["users"] = person.Id }, ct);
        var id = answer.Part("channel")?.Text("id") ?? throw new ChatException(ChatFault.Temporary, "Slack opened a direct conversation and did not say which.");
        return _open[person] = new(new(person.Workspace, id));
    }
}
