using System.Collections.Concurrent;
using IncidentBot.Tests.Slack.Workspace.Delivery;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>Keeps what the app would be told, to be sent in ways of a test's own.</summary>
internal sealed class ToldOnce : IWayIn
{
    public ConcurrentQueue<string> Bodies { get; } = new();

    public Task<Answer> SendAsync(Envelope envelope, int attempt, string reason)
    {
        Bodies.Enqueue(envelope.Payload.ToJsonString());
        return Task.FromResult(new Answer(true));
    }
}
