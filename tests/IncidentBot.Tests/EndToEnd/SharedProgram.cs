using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>One running program for all tests of a class. Each declares an incident of its own.</summary>
public sealed class SharedProgram : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RunningProgram? _program;

    public RunningProgram Program => _program!;

    public async ValueTask InitializeAsync() => _program = await RunningProgram.StartAsync(_folder.FullPath, "--Incidents:PromptAfter", "7.00:00:00");

    public async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        _folder.Dispose();
    }
}
