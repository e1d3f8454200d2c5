using System.Text;
using System.Text.RegularExpressions;

namespace IncidentBot.Core.Blameless;

/// <summary>A text in which one sign stands for each person, so that a rule need not know who took part. What is quoted is left out: it is not the writer's.</summary>
internal sealed partial record PeopleInText(string Text, IReadOnlyList<string> Named)
{
    /// <summary>Somebody: a name, a mention, a role, "she", "somebody".</summary>
    public const char Somebody = '\uE000';

    /// <summary>The writer.</summary>
    public const char I = '\uE001';

    public static PeopleInText Of(string text, NamedPeople people)
    {
        var own = Quoted().Replace(text.ReplaceLineEndings("\n").Replace('’', '\''), " … ");
        var marked = people.Replace(own, (_, name) => $"{Mark}{name}{Mark}");
        var named = new List<string>();
        var signs = Person().Replace(marked, match =>
        {
            named.Add(match.Value.Trim(Mark));
            return match.Groups["i"].Success ? I.ToString() : Somebody.ToString();
        });
        return new(signs.Replace(Mark.ToString(), "", StringComparison.Ordinal), named);
    }

    /// <summary>A part as it was written, with the names.</summary>
    public string Original(int start, int length)
    {
        var next = Text.AsSpan(0, start).CountAny(Somebody, I);
        var words = new StringBuilder();
        foreach (var c in Text.AsSpan(start, length))
            if (c is Somebody or I) words.Append(Named[next++]);
            else words.Append(c);
        return words.ToString();
    }

    private const char Mark = '\uE002';

    [GeneratedRegex("""```.*?(```|\z)|`[^`\n]{0,400}`|^>[^\n]*|"[^"\n]{0,600}"|“[^”]{0,600}”|«[^»]{0,600}»|(?<!\w)['‘](?=\w)([^'\n]|(?<=\w)'(?=\w)){1,80}'(?!\w)|https?://\S+""", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex($$"""
          \uE002[^\uE002]{0,200}\uE002
        | (?<![\w.+-])@[A-Za-z][\w.-]{1,40}\b
        | (?<![\w'.])(?<i>[Ii])(?![\w.&/-])(?!'(?!m|ve|d|ll))
        | {{PersonWords.Role}}
        | {{PersonWords.Unnamed}}
        | {{PersonWords.Acting}}
        | {{PersonWords.Given}}
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Person();
}
