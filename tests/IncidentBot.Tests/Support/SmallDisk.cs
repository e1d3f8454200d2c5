using System.Diagnostics;

namespace IncidentBot.Tests.Support;

/// <summary>A disk of 16 MB that can be filled up.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly bool _mounted;

    public SmallDisk()
    {
        FullPath = Path.Combine(_folder.FullPath, "disk");
        Directory.CreateDirectory(FullPath);
        _mounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", FullPath);
    }

    public string FullPath { get; }

    private string Filler => Path.Combine(FullPath, "filler");

    /// <summary>Skips the test where there can be no such disk.</summary>
    public void IsRequired() => Requires.That(_mounted, "A tmpfs of 16 MB must be mounted for this test, which needs Linux and root.");

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var block = new byte[64 * 1024]; block.Length > 0;)
        {
            try
            {
                filler.Write(block);
            }
            catch (IOException)
            {
                block = new byte[block.Length / 2];
            }
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(Filler);

    public void Dispose()
    {
        if (_mounted) Run("umount", FullPath);
        _folder.Dispose();
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
