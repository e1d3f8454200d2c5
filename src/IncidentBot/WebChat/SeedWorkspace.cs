using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>Loads the workspace at start; an empty one gets its people and first channels.</summary>
public sealed class SeedWorkspace(Workspace workspace, TimeProvider time) : IHostedService
{
    public static readonly WebPerson Bot = new("incidentbot", "IncidentBot", "Etc/UTC", IsBot: true);

    private static readonly IReadOnlyList<WebPerson> People =
    [
        new("ana", "Ana", "Europe/Lisbon"),
        new("ben", "Ben", "America/New_York"),
        new("chidi", "Chidi", "Africa/Lagos"),
        new("dana", "Dana", "Asia/Tokyo"),
        Bot,
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await workspace.LoadAsync(cancellationToken);
        if (!workspace.People.Any()) await workspace.SaveAsync(new() { People = People, Channels = [.. Channels()] }, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<WebChannel> Channels()
    {
        (string Name, string Topic)[] first =
        [
            ("general", "Everybody, about everything"),
            ("incidents", "What is going wrong, and what became of it"),
            ("checkout", "The checkout team"),
            ("random", "Cats, coffee, weather"),
        ];
        return first.Select(channel => new WebChannel
        {
            Id = channel.Name,
            Name = channel.Name,
            Topic = channel.Topic,
            Members = [.. People.Select(person => person.Id)],
            CreatedAt = time.GetUtcNow(),
        });
    }
}
