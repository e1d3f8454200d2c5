using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.ActionItems;

/// <summary>Reads an action item as people write it: <c>TEXT [@owner] [p0…p3] [due DATE] [URL]</c>, in any order.</summary>
/// <remarks>What stands before or after the text is taken out of it. A mention or an address amid the words counts too, but stays
/// where it is, so that the sentence keeps its sense; a priority amid the words ("page on P1 alerts only") is only a word.</remarks>
public static partial class ActionItemText
{
    public const int MostCharacters = 500;

    /// <param name="mentions">The people whom the text names as <c>@Name</c>.</param>
    /// <param name="today">The speaker's date.</param>
    public static ActionItemReading Read(string text, IReadOnlyList<Person> mentions, DateOnly today)
    {
        if (ListMark().Count(text) is > 1 and var items) return Refused(ActionItemTextCards.SeveralItems(items));
        var due = DateText.TakeDue(text, today);
        if (due.Refusal is { } notADate) return new ActionItemReading.Refused(notADate);

        var words = new LinkedList<Word>(WordsOf(due.Rest, mentions));
        if (words.FirstOrDefault(word => UnknownMention().IsMatch(word.Text) && word.Named is null) is { } stranger) return Refused(ActionItemTextCards.UnknownPerson(stranger.Text));
        var owners = words.Select(word => word.Named).OfType<Person>().DistinctBy(person => person.Ref).ToList();
        if (owners.Count > 1) return Refused(ActionItemTextCards.TwoOwners(owners));

        var marks = PeelMarks(words);
        var priorities = marks.Select(mark => mark.PriorityWord).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (priorities.Count > 1) return Refused(ActionItemTextCards.TwoPriorities);
        if (priorities.Any(priority => priority[1] > '3')) return Refused(ActionItemTextCards.NoSuchPriority(priorities[0]));
        if (DanglingDue(words) is { } notRead && due.Due is null && DateText.Read(notRead, today) is DateReading.Refused refused) return Refused(refused.Sentence);

        var rest = string.Join(' ', words.Select(word => word.Text)).TrimEnd(',', ';', ':');
        if (rest.Length == 0) return Refused(ActionItemTextCards.NoText);
        if (NothingToDo().IsMatch(rest)) return Refused(ActionItemTextCards.Nothing(rest));
        if (rest.Length > MostCharacters) return Refused(ActionItemTextCards.TooLong(rest.Length));
        return new ActionItemReading.Item(
            rest,
            owners.FirstOrDefault(),
            priorities.Count == 0 ? null : Enum.Parse<Priority>(priorities[0], ignoreCase: true),
            due.Due,
            marks.Concat(words).Select(word => word.Address).FirstOrDefault(address => address is not null));
    }

    /// <summary>The address in a word, without the punctuation around it; null when it holds none.</summary>
    public static string? AddressIn(string word)
    {
        var bare = word.Trim('<', '>', '(', ')', '[', ']', ',', ';', '.', '!', '"', '\'');
        return bare.Contains("://", StringComparison.Ordinal) && WebAddress.Is(bare) ? bare : null;
    }

    private static ActionItemReading.Refused Refused(RichText sentence) => new(sentence);

    /// <summary>Takes marks off both ends, and bullets and dashes with them; of several addresses only the outermost.</summary>
    private static List<Word> PeelMarks(LinkedList<Word> words)
    {
        var marks = new List<Word>();
        while (words.Last is { Value: var last } && IsMark(last)) Peel(last, words.RemoveLast);
        while (words.First is { Value: var first } && IsMark(first)) Peel(first, words.RemoveFirst);
        return marks;

        bool IsMark(Word word) => word.IsPunctuation || word.IsMention || word.PriorityWord is not null || (word.Address is not null && marks.All(mark => mark.Address is null));

        void Peel(Word word, Action remove)
        {
            marks.Add(word);
            remove();
        }
    }

    /// <summary>The one or two words after a "due" at the end: meant as a date. "Due to load" is not.</summary>
    private static string? DanglingDue(IEnumerable<Word> words) => words.Select(word => word.Text).TakeLast(3).ToArray() switch
    {
        [.., var due, var date] when IsDue(due) => AsDate(date),
        [.., var due, var first, var second] when IsDue(due) => AsDate($"{first} {second}"),
        _ => null,
    };

    private static bool IsDue(string word) => word.TrimEnd(':').Equals("due", StringComparison.OrdinalIgnoreCase);

    private static string? AsDate(string words) => words.Split(' ')[0].ToLowerInvariant() is "to" or "for" or "date" or "dates" ? null : words;

    private static IEnumerable<Word> WordsOf(string text, IReadOnlyList<Person> mentions)
    {
        var people = mentions.OrderByDescending(person => person.Name.Length).ToList();
        for (var start = 0; start < text.Length; start++)
        {
            if (char.IsWhiteSpace(text[start])) continue;
            var at = text[start] is '(' or '[' ? start + 1 : start;
            var named = people.FirstOrDefault(person => IsNamedAt(text, at, person.Name));
            var end = named is null ? start + 1 : at + 1 + named.Name.Length;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            yield return new(text[start..end], named);
            start = end;
        }
    }

    private static bool IsNamedAt(string text, int at, string name)
    {
        var end = at + 1 + name.Length;
        return end <= text.Length && text[at] == '@' && text.AsSpan(at + 1, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
            && (end == text.Length || !char.IsLetterOrDigit(text[end]));
    }

    [GeneratedRegex(@"^[(\[]?@[\p{L}\p{N}][\p{L}\p{N}._-]*[)\],:;!?]*$", RegexOptions.CultureInvariant)]
    private static partial Regex UnknownMention();

    /// <summary>The bullet or number at the beginning of a line of a list.</summary>
    [GeneratedRegex(@"^[ \t]*([-*•–]|[0-9]{1,2}[.)])[ \t]+(?=\S)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"^(none|nothing( more| else)?|no( more)?|unknown|n/a|that('s| is) (all|it))[.!]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex NothingToDo();

    [GeneratedRegex(@"^[(\[]?(?<word>[pP][0-9])[)\],:;.]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PriorityForm();

    /// <param name="Named">The person whom it mentions.</param>
    private sealed record Word(string Text, Person? Named)
    {
        public string? Address { get; } = AddressIn(Text);

        public string? PriorityWord { get; } = PriorityForm().Match(Text) is { Success: true } match ? match.Groups["word"].Value : null;

        public bool IsPunctuation => Text.All(character => char.IsPunctuation(character) || character is '|');

        /// <summary>Nothing but the mention: "@ana," but not "@ana's".</summary>
        public bool IsMention => Named is { } person && Text.Trim('(', ')', '[', ']', ',', ':', ';', '.', '!', '?').Equals("@" + person.Name, StringComparison.OrdinalIgnoreCase);
    }
}
