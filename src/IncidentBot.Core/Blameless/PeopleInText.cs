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

    [GeneratedRegex("```.*?(```|\\z)|`[^`\\n]{0,400}`|^>[^\\n]*|\"[^\"\\n]{0,600}\"|“[^”]{0,600}”|«[^»]{0,600}»|https?://\\S+", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        "\uE002[^\uE002]{0,200}\uE002" +
        @"|(?<![\w.+-])@[A-Za-z][\w.-]{1,40}\b" +
        @"|(?<![\w'])(?<i>I)(?![\w.&/-])" +
        @"|\b(?i:(the|our|an?|that|this|another|one of the|one of our|some)[ ](very[ ])?(poor[ ]|new[ ]|junior[ ]|senior[ ]|other[ ]|previous[ ]|current[ ]|second[ ]|first[ ]|late[ ]|human[ ]|night[ ])?(on-?call([ ](engineer|person|developer|sre|responder))?(?![ ](rota|rotation|schedule|tool|phone|pager|shift|system|page|alert|policy|runbook|handover|process|app))" +
        @"|incident[ ]commander|commander|deployer|developer|engineer|dev(?![ ](env|cluster|box|stack|db|database|server|system|account|build))|dba|sre|sysadmin|administrator|intern|contractor|trainee|apprentice|colleague|coworker|teammate|(team|tech)[ ]lead|(release|product|engineering|project)[ ]manager|reviewer|author[ ]of[ ]the[ ](change|commit|patch|pr)|approver|tester|support[ ](agent|engineer|person)|guy|person[ ](who|that|on)[ ][^.,;\n]{3,40}?(?=[ ](should|broke|forgot|caused|failed|ignored|missed|messed|screwed|didn't|did|is|was)\b)|(?<team>[A-Za-z-]{2,24}[ ])team|(?<alone>team(?=[ ](should|forgot|broke|ignored|messed|screwed|failed)))))\b" +
        @"|\b([Ss]he|[Hh]e|[Ss]omebody|[Ss]omeone|[Ww]hoever([ ](deployed|pushed|merged|wrote|approved|did|changed|ran|configured|set|set[ ]up|reviewed)[ ](it|this|that|the[ ][\w-]+))?)\b" +
        @"|\b(Ops|QA|Support|Engineering|Marketing|Management|Infra|Netops|SecOps|DevOps|ops|marketing|management|developers|engineers|devs|operators(?=[ ](forgot|ignored|should|didn't|never)))\b(?=[ ](should|broke|forgot|caused|failed|ignored|missed|messed|screwed|didn't|never|is[ ]to|was[ ]too))" +
        @"|\b(?<given>Aaron|Adam|Ahmed|Aisha|Alan|Alejandro|Alex|Alexander|Alice|Amanda|Amina|Amy|Ana|Andrea|Andrew|Angela|Anna|Anne|Anthony|Antonio|Arjun|Ben|Benjamin|Beth|Bob|Brian|Bruno|Carla|Carlos|Carol|Caroline|Catherine|Charles|Charlotte|Chen|Chidi|Chris|Christine|Claire|Clara|Dan|Daniel|Dave|David|Deborah|Deepak|Diana|Diego|Dmitri|Ed|Edward|Elena|Elif|Elizabeth|Emily|Emma|Eric|Erik|Eva|Fatima|Fiona|Francesca|Gabriel|Gary|George|Giulia|Greg|Hannah|Hans|Hassan|Helen|Henry|Hiroshi|Ian|Ibrahim|Ines|Ingrid|Irene|Isabel|Ivan|Jacob|James|Jane|Javier|Jean|Jeff|Jennifer|Jessica|Jim|Jo|Joan|Joe|John|Jonas|Jonathan|Jorge|Joseph|Juan|Karen|Karl|Kate|Katie|Kenji|Kevin|Kim|Klaus|Kumar|Lars|Laura|Leila|Leo|Linda|Lisa|Liu|Louis|Lucas|Lucy|Luis|Maja|Marco|Margaret|Maria|Marie|Mario|Marta|Martin|Mary|Matt|Matthew|Mei|Michael|Michelle|Miguel|Mike|Mohammed|Monica|Nadia|Nancy|Natalie|Nick|Nicole|Nina|Noah|Nora|Olga|Oliver|Olivia|Omar|Oscar|Pablo|Patricia|Paul|Paula|Pedro|Peter|Petra|Philip|Pierre|Priya|Rachel|Raj|Rajesh|Ravi|Rebecca|Ricardo|Richard|Robert|Roberto|Roger|Rosa|Ryan|Sam|Samir|Samuel|Sandra|Sanjay|Sara|Sarah|Scott|Sergio|Simon|Sofia|Sophie|Stefan|Stephen|Steve|Susan|Sven|Tariq|Teresa|Thomas|Tim|Tom|Tomas|Tony|Ulrich|Vera|Victor|Wei|Yuki|Yusuf|Zoe)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Person();
}
