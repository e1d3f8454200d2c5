using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace IncidentBot.Core.Tests.Support;

/// <summary>A file of lines for a set of rules: <c>+</c> before what they should find, <c>-</c> before what they should leave alone.</summary>
/// <remarks>
/// Its head says <c># floors: precision 0.95, recall 0.90</c>, and <c># people: …</c> where the lines name some. A line break in a line is written <c>\n</c>.
/// A file with "unseen" in its name was written without sight of the rules, and they are never changed because of it: which of its lines are missed is not told.
/// Whoever reads it to mend the rules renames it first.
/// </remarks>
public sealed partial record LabelledLines(string Name, IReadOnlyList<LabelledLine> Lines, IReadOnlyList<string> People, double LeastPrecision, double LeastRecall)
{
    public bool IsUnseen => Name.Contains("unseen", StringComparison.Ordinal);

    /// <summary>The files of a folder of the tests.</summary>
    public static TheoryData<string> Files(string folder) => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.samples.txt").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    public static LabelledLines Read(string folder, string name)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, folder, name));
        var floors = lines.Select(line => Floors().Match(line)).FirstOrDefault(match => match.Success);
        Assert.True(floors is not null, $"{name} needs a head such as: # floors: precision 0.95, recall 0.90");
        return new(name,
            [.. lines.Where(line => line is ['+' or '-', ' ', ..]).Select(line => new LabelledLine(line[0] == '+', line[2..].Replace("\\n", "\n", StringComparison.Ordinal)))],
            [.. lines.Where(line => line.StartsWith(PeopleHead, StringComparison.Ordinal)).SelectMany(line => line[PeopleHead.Length..].Split(',', StringSplitOptions.TrimEntries))],
            Number(floors.Groups["precision"]), Number(floors.Groups["recall"]));
    }

    /// <summary>Prints precision and recall, and fails under the file's floors.</summary>
    public void Hold(int found, int missed, int wrong, ITestOutputHelper output)
    {
        var (precision, recall) = ((double)found / (found + wrong), (double)found / (found + missed));
        output.WriteLine($"{Name}: precision {precision:0.000}, recall {recall:0.000} ({found} found, {missed} missed, {wrong} wrong)");
        Assert.True(precision >= LeastPrecision, $"{Name}: precision {precision:0.000}");
        Assert.True(recall >= LeastRecall, $"{Name}: recall {recall:0.000}");
    }

    private const string PeopleHead = "# people: ";

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^# floors: precision (?<precision>[01]\.\d+), recall (?<recall>[01]\.\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Floors();
}

/// <param name="Holds">What the rules look for stands in it.</param>
public sealed record LabelledLine(bool Holds, string Text);
