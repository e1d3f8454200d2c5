using System.Globalization;
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

    /// <summary>Day and time (UTC) at which it begins, e.g. <c>Sunday 14:05</c>: the latest one from which the whole script lies in the past. Empty: so that it ends now.</summary>
    public string Starts { get; set; } = "";

    public List<DemoStep> Steps { get; set; } = [];

    /// <summary>Simulated time from the first step to the last.</summary>
    public TimeSpan Length => Steps.Aggregate(TimeSpan.Zero, (sum, step) => sum + step.WaitTime);

    /// <summary>When the simulated clock starts.</summary>
    /// <exception cref="DemoScriptException"><see cref="Starts"/> is no day and time.</exception>
    public DateTimeOffset StartBefore(DateTimeOffset now)
    {
        var latest = now - Length;
        if (Starts.Length == 0) return latest;
        if (Starts.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var dayText, var timeText]
            || !Enum.TryParse<DayOfWeek>(dayText, ignoreCase: true, out var day)
            || !TimeOnly.TryParseExact(timeText, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            throw new DemoScriptException($"starts is \"{Starts}\". It can be a day and a time in UTC, such as Sunday 14:05.");
        var start = new DateTimeOffset(DateOnly.FromDateTime(latest.UtcDateTime), time, TimeSpan.Zero);
        while (start.DayOfWeek != day || start > latest) start = start.AddDays(-1);
        return start;
    }

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
