using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Blameless;

/// <summary>Finds where known people are named in a text: by the whole name, by a part of it such as the first name, or by a mention.</summary>
/// <remarks>Web addresses are left alone, and so are people whose name is a machine's ("Deploy Bot"). A name that is a word too ("Will", "May", "Mark")
/// counts with a capital letter inside a sentence, or where it cannot be the word.</remarks>
public sealed partial class NamedPeople
{
    // Null: the name of several.
    private readonly Dictionary<string, Person?> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Regex? _names;

    public NamedPeople(IEnumerable<Person> people)
    {
        var known = people.DistinctBy(person => person.Ref).Where(person => person.Name.Trim().Length > 1 && !IsMachine(person)).ToList();
        var whole = known.Select(person => (Name: person.Name.Trim(), Person: person));
        var parts = known.SelectMany(person => PartsOf(person.Name), (person, part) => (Name: part, Person: person));
        foreach (var named in ByName(whole).Concat(ByName(parts))) _byName.TryAdd(named.Key, named.Select(one => one.Person).Distinct().ToList() is [var only] ? only : null);
        if (_byName.Count > 0) _names = new($@"https?://[^\s<>]+|(?<![\p{{L}}\p{{N}}_])(?<at>@?)(?<name>{string.Join('|', _byName.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape))})(?![\p{{L}}\p{{N}}_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    /// <summary>It is known to be one, or is called like one.</summary>
    public static bool IsMachine(Person person) => person.Ref.IsMachine || IsMachine(person.Name);

    /// <summary>The name is one that integrations have: "PagerDuty", "Deploy Bot".</summary>
    public static bool IsMachine(string name) => Machine().IsMatch(name);

    private static IEnumerable<IGrouping<string, (string Name, Person Person)>> ByName(IEnumerable<(string Name, Person Person)> names) => names.GroupBy(one => one.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The text with other words in place of each name, given whose it is (null: of one of several) and how it was written; at the beginning of a sentence they begin with a capital letter.</summary>
    public string Replace(string text, Func<Person?, string, string> by) => _names is null ? text : _names.Replace(text, match =>
    {
        if (match.Groups["name"] is not { Success: true } name || !_byName.TryGetValue(name.Value, out var person) || !Names(text, match, name.Value)) return match.Value; // patterns know more pairs of letters than comparisons do
        var words = by(person, match.Value);
        return BeginsSentence(text, match.Index) && words.Length > 0 ? char.ToUpperInvariant(words[0]) + words[1..] : words;
    });

    private static bool Names(string text, Match match, string name)
    {
        if (match.Groups["at"].Length > 0 || !IsWord(name)) return true;
        if (!char.IsUpper(name[0])) return false;
        return !BeginsSentence(text, match.Index) || AfterName().IsMatch(text, match.Index + match.Length);
    }

    private static bool IsWord(string name) => AlsoWords.Contains(name);

    private static bool BeginsSentence(string text, int index)
    {
        var before = text.AsSpan(0, index).TrimEnd(" \t*_\"“'(");
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or '\n' or '\r' or ':' or '•';
    }

    /// <summary>The words of a name that name the person alone: no initials, no team in brackets, nothing in capitals.</summary>
    private static IEnumerable<string> PartsOf(string name)
    {
        var bare = Aside().Replace(name, "");
        var words = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length < 2 ? words.Where(word => word.Length > 2 && bare != name) : words.Where(word => word.Length > 2 && char.IsUpper(word[0]) && word.Skip(1).Any(char.IsLower) && word.All(c => char.IsLetter(c) || c is '-' or '\'' or '’'));
    }

    [GeneratedRegex(@"[(\[{|/,].*$|\s[-–—]\s.*$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\b(?i:[a-z0-9]*[_-])?(?i:bot|alerts?|alerting|alertmanager|monitor|monitoring|webhooks?|pipelines?|^jenkins|github|gitlab|pagerduty|opsgenie|grafana|datadog|sentry|prometheus|zabbix|nagios|automation|service account|systems?|apps?)\b|[a-z]Bot\b|^(?!(?i:\S{0,3}(tal|ab)bot)$)\S*(?i:bot)$", RegexOptions.CultureInvariant)]
    private static partial Regex Machine();

    /// <summary>What follows a name, and not the word that is written like it.</summary>
    [GeneratedRegex(@"\G(['’]s\b|\s+(and|was|is|has|had|said|saw|took|found|did|ran|told|went|got|made|wrote|kept|began|blew|broke|left|sent|gave|forgot|knew|thought|refuses|doesn't|didn't|should|could|needs|keeps|thinks|seems|[a-z]{2,}ed)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterName();

    private static readonly HashSet<string> AlsoWords = new(
        ["will", "mark", "may", "grace", "hope", "art", "rose", "jack", "pat", "chase", "sue", "bill", "drew", "dawn", "faith", "joy", "april", "june", "august", "max", "penny", "frank", "rich", "miles", "reed", "case", "page", "dash",
         "rob", "don", "gene", "guy", "dale", "cliff", "heath", "lane", "brook", "brooks", "summer", "autumn", "iris", "ivy", "lily", "pearl", "ruby", "crystal", "jade", "amber", "sky", "robin", "jay", "cash", "chance", "king", "prince", "major",
         "young", "long", "short", "small", "white", "black", "brown", "green", "gray", "stone", "rock", "field", "fields", "hill", "wood", "woods", "lake", "park", "parks", "day", "knight", "baker", "cook", "fisher", "mason", "hunter", "walker", "porter",
         "carter", "cooper", "taylor", "smith", "price", "best", "wise", "moody", "sharp", "bond", "bell", "ring", "banks", "church", "land", "love", "post", "root", "host", "cloud", "stack", "core", "self", "man", "an", "de", "van", "von", "the", "in"],
        StringComparer.OrdinalIgnoreCase);
}
