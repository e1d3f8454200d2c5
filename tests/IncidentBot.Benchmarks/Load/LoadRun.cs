namespace IncidentBot.Benchmarks.Load;

/// <summary>What a load generator saw: acknowledgements a second and how long they took.</summary>
/// <param name="Connections">Each sends the next message when the last one was acknowledged.</param>
/// <param name="Acked">Everything answered with 200, the warm-up included.</param>
internal sealed record LoadRun(int Connections, int Acked, double PerSecond, double P50, double P99, double Max);

/// <summary>Sends signed message events over HTTP and waits for each acknowledgement.</summary>
internal interface ILoad
{
    string Name { get; }

    /// <param name="prefix">Begins every event id; a new one for each run.</param>
    /// <param name="channels">The channels written to in turn; empty: the generator's eight.</param>
    /// <exception cref="MeasurementException">Something was not answered with 200.</exception>
    Task<LoadRun> RunAsync(Uri server, string prefix, int messages, int connections, int warmUp, IReadOnlyList<string> channels, CancellationToken ct);
}
