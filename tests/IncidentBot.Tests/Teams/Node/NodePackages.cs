using System.Runtime.CompilerServices;
using IncidentBot.Tests.Support;

namespace IncidentBot.Tests.Teams.Node;

/// <summary>Microsoft's own packages from npm, beside this file. They are installed with <c>npm ci</c> in its folder.</summary>
internal static class NodePackages
{
    /// <summary>The folder with the packages; the test is skipped where they are missing.</summary>
    public static string Folder([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        Requires.That(Directory.Exists(Path.Combine(folder, "node_modules", "botbuilder")) && IsOnPath("node"), $"Node and Microsoft's packages for it: run npm ci in {folder}.");
        return folder;
    }

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe")));
}
