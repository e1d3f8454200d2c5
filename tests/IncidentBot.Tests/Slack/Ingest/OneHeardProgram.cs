using IncidentBot.Tests.Slack.Workspace;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>For each test a program of its own, with an incident in its room.</summary>
public abstract class OneHeardProgram : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private protected SlackWorkspace Slack { get; private set; } = null!;

    private protected HeardProgram Program { get; private set; } = null!;

    private protected SaidInRoom Said { get; private set; } = null!;

    private protected virtual TimeProvider Clock => TimeProvider.System;

    public virtual async ValueTask InitializeAsync()
    {
        Slack = await HeardProgram.WorkspaceAsync();
        Said = new(Slack);
        await StartAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await Slack.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task StartAsync() => Program = await HeardProgram.StartAsync(Slack, _folder.FullPath, Clock);
}
