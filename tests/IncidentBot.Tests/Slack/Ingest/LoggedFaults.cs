using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>What a program logged as an error.</summary>
internal sealed class LoggedFaults : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _all = new();

    public void AreNone() => Assert.True(_all.IsEmpty, ToString());

    public ILogger CreateLogger(string categoryName) => new Log(this);

    public override string ToString() => string.Join('\n', _all);

    public void Dispose()
    {
        // What was kept is looked at after the program has gone.
    }

    private sealed class Log(LoggedFaults faults) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) faults._all.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
