namespace IncidentBot.Settings;

/// <summary>The program cannot start as it is set up. The message tells the operator what to change.</summary>
public sealed class StartRefusedException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
