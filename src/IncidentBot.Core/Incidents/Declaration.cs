using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>What the words after <c>start</c> say, or the sentence that refuses them.</summary>
public sealed partial record Declaration
{
    /// <summary>Empty when no title was given.</summary>
    public string Title { get; init; } = "";

    public Severity? Severity { get; init; }

    public string? Service { get; init; }

    /// <summary>The room is where it was said.</summary>
    public bool Here { get; init; }

    public bool Private { get; init; }

    /// <summary>People whom the words name: they are asked into the room.</summary>
    public IReadOnlyList<Person> Mentioned { get; init; } = [];

    public string? Refusal { get; init; }

    /// <summary>The same with the mentions taken out of the title.</summary>
    public Declaration Mentioning(IReadOnlyList<Person> people) => this with { Title = MentionsInTitle.Without(Title, people), Mentioned = people };

    /// <summary>Severity, service and <c>private</c> may stand anywhere, <c>here</c> before the title; what stands in double quotes is title to the letter.</summary>
    public static Declaration Read(string words)
    {
        var read = new Declaration();
        var title = new List<string>();
        foreach (var word in WordPattern().Matches(words).Select(match => match.Value))
        {
            var bare = word.Trim(',', '.', ';', ':', '!', '(', ')', '[', ']').ToLowerInvariant();
            if (bare == "here" && title.Count == 0) read = read with { Here = true };
            else if (bare == "private") read = read with { Private = true };
            else if (ServicePattern().Match(word) is { Success: true } service) read = read.OfService(service.Groups["name"].Value);
            else if (SeverityPattern().Match(bare) is { Success: true } severity) read = read.WithSeverity(severity.Groups["level"].Value);
            else title.Add(word);
        }
        var line = IncidentTitle.Read(string.Join(' ', title));
        return read with { Title = line.Text, Refusal = read.Refusal ?? line.Refusal };
    }

    /// <summary>Reads "sev1", "SEV-1" or "1"; null when it is none.</summary>
    public static Severity? SeverityOf(string word) =>
        int.TryParse(SeverityPattern().Match(word.Trim().ToLowerInvariant()) is { Success: true } match ? match.Groups["level"].Value : word, NumberStyles.None, CultureInfo.InvariantCulture, out var level)
        && Enum.IsDefined((Severity)level) ? (Severity)level : null;

    private Declaration OfService(string name)
    {
        var service = IncidentTitle.Read(name);
        return this with { Service = service.Text, Refusal = Refusal ?? service.Refusal ?? (service.Text.Length == 0 ? DeclareCards.ServiceWithoutName : null) };
    }

    private Declaration WithSeverity(string level) => SeverityOf(level) switch
    {
        null => this with { Refusal = Refusal ?? DeclareCards.NoSuchSeverity($"sev{level}") },
        { } severity when Severity is { } other && other != severity => this with { Refusal = Refusal ?? DeclareCards.TwoSeverities(other, severity) },
        { } severity => this with { Severity = severity },
    };

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("""[Ss]ervice:"[^"]*"|"[^"]*"|\S+""", Options)]
    private static partial Regex WordPattern();

    [GeneratedRegex("""^service:"?(?<name>[^"]*)"?$""", Options | RegexOptions.IgnoreCase)]
    private static partial Regex ServicePattern();

    [GeneratedRegex("^sev-?(?<level>[0-9]{1,3})$", Options)]
    private static partial Regex SeverityPattern();
}
