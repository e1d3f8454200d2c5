using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace IncidentBot.Demo;

/// <summary>A scripted incident, read from YAML: who does what, and how much time goes by.</summary>
public sealed class DemoScript
{
    public string Title { get; set; } = "";

    /// <summary>The channel in which the script begins, without <c>#</c>.</summary>
    public string Channel { get; set; } = "general";

    public List<DemoStep> Steps { get; set; } = [];

    /// <summary>Simulated time from the first step to the last.</summary>
    public TimeSpan Length => Steps.Aggregate(TimeSpan.Zero, (sum, step) => sum + step.WaitTime);

    /// <exception cref="DemoScriptException">The text is no script; says where and what is wrong.</exception>
    public static DemoScript Read(string yaml)
    {
        try
        {
            var script = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<DemoScript?>(yaml)
                ?? throw new DemoScriptException("The script is empty.");
            if (script.Steps.Count == 0) throw new DemoScriptException("The script has no steps.");
            for (var index = 0; index < script.Steps.Count; index++)
                if (script.Steps[index].Fault is { } fault) throw new DemoScriptException($"Step {index + 1}: {fault}");
            return script;
        }
        catch (YamlException wrong)
        {
            throw new DemoScriptException($"Line {wrong.Start.Line}: {wrong.InnerException?.Message ?? wrong.Message}");
        }
    }
}

public sealed class DemoScriptException(string message) : Exception(message);
