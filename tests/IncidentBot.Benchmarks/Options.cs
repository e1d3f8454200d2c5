namespace IncidentBot.Benchmarks;

/// <summary>What to measure, and against what.</summary>
/// <param name="Peer">Folder with the Bolt peer and its load generator; null: none at hand.</param>
/// <param name="Data">A folder of our own for the measured files; it is removed afterwards. Its disk is the one that is measured.</param>
/// <param name="Json">File for the figures as JSON.</param>
/// <param name="Quick">Smaller numbers and three pairs: for a look, not for a claim.</param>
/// <param name="Only">The parts to measure; all when empty.</param>
internal sealed record Options(string? Peer, string Data, string? Json, bool Quick, IReadOnlyList<string> Only)
{
    public const string PeerVariable = "INCIDENTBOT_PEER";

    public static readonly string[] Parts = ["ingest", "growth", "draft", "start"];

    public static readonly string Usage = $"""
        Usage: dotnet run -c Release --project tests/IncidentBot.Benchmarks -- [options]
          --peer DIR    folder with bolt-peer.cjs, load.cjs and node_modules (or the variable {PeerVariable})
          --only PART   one of {string.Join(", ", Parts)}; may be given several times
          --quick       smaller numbers: for a look, not for a claim
          --json FILE   writes the figures as JSON too
          --data DIR    where to make a folder to write to; its disk is measured
        """;

    /// <summary>Null with a sentence when the words make no sense.</summary>
    public static Options? Read(string[] args, string? peerVariable, out string fault)
    {
        var options = new Options(string.IsNullOrEmpty(peerVariable) ? null : peerVariable, AppContext.BaseDirectory, null, false, []);
        fault = "";
        for (var at = 0; at < args.Length; at++)
        {
            var value = at + 1 < args.Length ? args[at + 1] : null;
            switch (args[at], value)
            {
                case ("--quick", _): options = options with { Quick = true }; continue;
                case ("--peer", not null): options = options with { Peer = value }; break;
                case ("--json", not null): options = options with { Json = value }; break;
                case ("--data", not null): options = options with { Data = value }; break;
                case ("--only", not null) when Parts.Contains(value): options = options with { Only = [.. options.Only, value] }; break;
                default:
                    fault = $"I do not understand {string.Join(' ', args[at..])}.";
                    return null;
            }
            at++;
        }
        if (options.Peer is { } peer && !PeerFiles.All(file => Path.Exists(Path.Combine(peer, file))))
        {
            fault = $"{peer} must hold {string.Join(", ", PeerFiles)}: run npm install there first.";
            return null;
        }
        return options with { Peer = options.Peer is { } folder ? Path.GetFullPath(folder) : null, Data = Path.Combine(Path.GetFullPath(options.Data), "incidentbot-measured") };
    }

    public bool Measures(string part) => Only.Count == 0 || Only.Contains(part);

    private static readonly string[] PeerFiles = ["bolt-peer.cjs", "load.cjs", "node_modules"];
}
