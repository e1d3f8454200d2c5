using System.Diagnostics;
using System.Net;

namespace IncidentBot.Benchmarks.Servers;

/// <summary>The official Bolt framework that acknowledges once SQLite has the message on disk.</summary>
internal static class BoltPeer
{
    public static Task<ServerProcess> StartAsync(string folder, string data, CancellationToken ct)
    {
        var address = ServerProcess.FreeAddress();
        var start = new ProcessStartInfo("node", ["bolt-peer.cjs"]) { WorkingDirectory = folder };
        start.Environment["MODE"] = "durable";
        start.Environment["NODE_ENV"] = "production";
        start.Environment["PORT"] = address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["DB"] = Path.Combine(data, "peer.db");
        return ServerProcess.StartAsync(start, address, "/", HttpStatusCode.NotFound, ct);
    }
}
