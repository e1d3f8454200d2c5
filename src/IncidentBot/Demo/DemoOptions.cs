using IncidentBot.Settings;

namespace IncidentBot.Demo;

/// <summary><c>demo [--fast] [--script FILE] [--Urls URL]</c></summary>
/// <param name="Fast">No pace, no page: play at once and write the draft to standard output.</param>
/// <param name="Script">A file; null: the script that comes with the program.</param>
/// <param name="Rest">Settings for the server.</param>
internal sealed record DemoOptions(bool Fast, string? Script, string[] Rest)
{
    /// <exception cref="StartRefusedException">A word is not understood.</exception>
    public static DemoOptions Read(string[] args)
    {
        var fast = false;
        string? script = null;
        var rest = new List<string>();
        for (var index = 0; index < args.Length; index++)
        {
            if (args[index] is "--fast") fast = true;
            else if (args[index] is "--script" && index + 1 < args.Length) script = args[++index];
            else if (args[index] is "--script") throw new StartRefusedException(["--script needs the path of a script, e.g. demo --script my.yaml"]);
            else rest.Add(args[index]);
        }
        return new(fast, script, [.. rest]);
    }
}
