using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Measuring;
using IncidentBot.Monitoring;
using IncidentBot.Monitoring.Prometheus;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Prometheus;

/// <summary>The measuring as the program wires it, against a Prometheus, with a clock that stands.</summary>
internal sealed class MonitoringUnderTest : IDisposable
{
    public const string Secret = "test-secret-of-prometheus";

    private static readonly Place Room = new(new("local", "inc-1"));
    private readonly ServiceProvider _services;
    private readonly LogLines _log = new();

    public MonitoringUnderTest(Uri prometheus, Slo? slo = null, DateTimeOffset? now = null, PrometheusOptions? options = null)
    {
        Slo = slo ?? Of("good[$window]", "total[$window]");
        Time = new(now ?? new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero));
        _services = new ServiceCollection().AddLogging(logging => logging.AddProvider(_log)).AddSingleton<TimeProvider>(Time)
            .AddSingleton(new BotSettings { Slos = new() { Catalogue = [Slo], Measured = true } })
            .AddMonitoring(new() { Prometheus = options ?? new() { Url = prometheus, BearerToken = Secret } }).BuildServiceProvider();
    }

    public Slo Slo { get; }

    public FakeTimeProvider Time { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public string? Fault => Assert.Single(_services.GetServices<IIntegrationHealth>()).Fault;

    /// <summary>Everything that was logged.</summary>
    public string Log => _log.ToString();

    public static Slo Of(string good, string total) => new()
    {
        Name = "checkout-availability",
        Service = "checkout",
        Sli = new(SliKind.Events, "orders that were taken", "orders") { GoodQuery = good, TotalQuery = total },
        Objective = 0.999m,
        Window = SloWindow.Rolling(28),
    };

    public Period Last(TimeSpan length) => new(Now - length, Now);

    /// <param name="window">The last 28 days unless it is told.</param>
    public async Task<SloMeasured> MeasuresAsync(Period? window = null, Period? impact = null) =>
        Assert.IsType<SloMeasured>(await DoAsync(new MeasureSlo(Slo.Name, Room, window ?? Last(TimeSpan.FromDays(28)), impact is null ? null : new IncidentId("local", 1), impact)));

    public Task<ChatEvent?> DoAsync(Errand errand) => Assert.Single(_services.GetServices<IOutlet>(), outlet => outlet.Does(errand)).DoAsync(errand, new("out:1"), TestContext.Current.CancellationToken);

    public void Dispose() => _services.Dispose();

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines) _lines.Add($"{formatter(state, exception)} {exception}");
        }

        public override string ToString()
        {
            lock (_lines) return string.Join('\n', _lines);
        }

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
