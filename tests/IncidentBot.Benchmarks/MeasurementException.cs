namespace IncidentBot.Benchmarks;

/// <summary>The measurement is worth nothing, and why.</summary>
internal sealed class MeasurementException(string message) : Exception(message);
