using IncidentBot.Core.Bot;
using IncidentBot.Teams;
using IncidentBot.Teams.Check;
using IncidentBot.Teams.Conversations;
using IncidentBot.Teams.Histories;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IncidentBot.Tests.Teams.Histories;

public sealed class MissedHistoryTests : IDisposable
{
    private readonly GraphUnderTest _test = new();
    private readonly Lifetime _program = new();

    [Fact]
    public async Task Is_asked_for_once_the_program_listens_and_each_hour()
    {
        var requests = _test.Get<HistoryRequests>();
        using var missed = new MissedHistory(_test.Get<ConversationReferences>(), _test.Get<CheckConsents>(), requests, _program, _test.Clock, NullLogger<MissedHistory>.Instance);
        await missed.StartAsync(GraphUnderTest.Ct);
        Assert.Null(requests.Next());

        _program.Listens();
        await AskedAsync(requests, TimeSpan.Zero);
        Assert.Null(requests.Next());
        await AskedAsync(requests, TimeSpan.FromMinutes(10));

        await missed.StopAsync(GraphUnderTest.Ct);
    }

    public void Dispose()
    {
        _test.Dispose();
        _program.Dispose();
    }

    private async Task AskedAsync(HistoryRequests requests, TimeSpan step)
    {
        await _test.PassingTimeAsync(WaitAsync(requests), step);
        Assert.Equal(new(TeamsIds.Workspace(GraphUnderTest.Tenant)), requests.Next());
    }

    private static async Task<bool> WaitAsync(HistoryRequests requests)
    {
        await requests.WaitAsync(GraphUnderTest.Ct);
        return true;
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _started = new();

        public CancellationToken ApplicationStarted => _started.Token;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void Listens() => _started.Cancel();

        public void StopApplication() => throw new NotSupportedException();

        public void Dispose() => _started.Dispose();
    }
}
