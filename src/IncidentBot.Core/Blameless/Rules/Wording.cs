using System.Text.RegularExpressions;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>What several rules are made of. In a text that is read, \uE000 stands for somebody and \uE001 for the writer (see <see cref="PeopleInText"/>).</summary>
internal static class Wording
{
    public const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace;

    /// <summary>Somebody, or whoever is spoken to.</summary>
    public const string Who = """(?:\uE000|\byou(?:[ ](?:guys|people|lot|all))?\b)""";

    /// <summary>As <see cref="Who"/>, and "they": only before words that no system is called by.</summary>
    public const string Whom = """(?:\uE000|\b(?:you(?:[ ](?:guys|people|lot|all))?|they)\b)""";

    /// <summary>People of whom there are several, unnamed.</summary>
    public const string Folk = """(?:(?:the[ ])?(?:everyone|everybody|people|engineers|developers|devs|team|teams|all[ ]staff|ops|(?:backend|frontend|platform|infra|network|dev)[ ](?:guys|people|folks|team)|staff|folks|operators|on-?calls|responders|admins|interns?|juniors|new[ ]hires|contractors|reviewers|colleagues)\b)""";

    /// <summary>What may stand between a person and what they did.</summary>
    public const string So = """(?:[ ](?:[\w-]+ly|then|just|also|again|once|even|still|almost|at[ ]least|of[ ]course|had|has|have|went[ ]and|managed[ ]to|(?:is[ ]|was[ ])?(?:the[ ]one[ ])?(?:who|that(?=[ ]\w+ed\b)))){0,3}""";

    public const string DidNot = """(?:did(?:n'?t|[ ]not)|does(?:n'?t|[ ]not)|do(?:n'?t|[ ]not)|never|ha(?:sn'?t|s[ ]not|dn'?t|d[ ]not))""";

    /// <summary>Also as it is written in a hurry.</summary>
    public const string Because = """(?:because|becuase|beacuse|becasue|becouse|bcause|becaus|cuz|coz|'cause|bc|due[ ]to[ ]the[ ]fact[ ]that)""";

    /// <summary>A past participle.</summary>
    public const string Done = """(?:[a-z]+(?:ed|en|wn|ght|pt|ft|nt|ld)|run|put|set|read|made|done|gone|said|paid|understood|begun|come|stood)\b""";

    /// <summary>A past participle that only people are worthy of.</summary>
    public const string DoneByPeople = """(?:known|tested|checked|told|asked|escalated|read|noticed|listened|reviewed|waited|called|thought|communicated|informed|cared|bothered|learned|learnt|paid|looked|double-checked|spoken|warned|admitted)\b""";
}
