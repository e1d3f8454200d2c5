using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Guesses what would have been: "if only Ana had read the runbook".</summary>
internal static partial class IfOnly
{
    public static BlamelessRule Rule { get; } = new("if-only",
        "What somebody might have done is a guess. What happened, and why it made sense, can be learned from.",
        "“The check was not part of the steps, so it was not made.”",
        Pattern());

    private const string Given = """(?:had|got|gotten|received|access|permission|an?|the|time|more|any|enough|been[ ](?:paged|told|given|alerted|notified|informed|warned|added|asked|on|able|in|there|reachable|trained|granted|allowed|shown))\b""";

    /// <summary>What it was good that somebody did.</summary>
    private const string Saved = """(?:called|noticed|seen|caught|found|asked|stopped|rolled|reacted|told|warned|spotted|been|restarted|stepped|helped)\b""";

    [GeneratedRegex($$"""
          # if only Ana had read the runbook
          \bif[ ](?:only[ ])?{{Whom}}[ ](?!(?:had[ ]not|hadn't)[ ]{{Saved}})(?:had|hadn'?t|would[ ]have|would'?ve|could[ ]have|did)(?:[ ](?:not|only|just|simply|at[ ]least|actually|ever|even|bothered[ ]to|never))*[ ](?!{{Given}})[a-z]+
          # nobody would be here if siobhán knew how to use helm
        | \bif[ ](?:only[ ])?\uE000[ ](?:knew[ ](?:how|what[ ](?:he|she|\uE000|they))|could[ ](?:read|code|follow)|cared|bothered|(?:just|simply|actually|only)[ ](?:read|did|followed|checked|tested|asked|listened|looked|waited)|would[ ](?:just[ ]|only[ ]|simply[ ]|for[ ]once[ ])?(?:read|listen|follow|think|check|test|ask|pay|stop|learn)|did[ ](?:his|her|their|the)[ ](?:job|homework)|paid|were(?:n't|[ ]not)?[ ](?:more|so|less)|was(?:n't|[ ]not)[ ]so)
          # had Ben checked the dashboard we would have seen it
        | \bhad[ ](?:\uE000|you)[ ](?:not[ ]|only[ ]|just[ ]|simply[ ]|bothered[ ]to[ ])?(?!received\b|needed\b|been\b|asked[ ]for\b)(?:checked|tested|noticed|read|looked|asked|followed|waited|listened|known|paid|reviewed|verified|done|told|spoken|escalated|reacted|bothered|[a-z]+ed)\b
          # anybody could have seen this coming
        | \b(?:any(?:one|body)|a[ ]\w+[ ]engineer)[ ](?:could|should|would)(?:[ ]have|'ve)[ ](?:seen|known|noticed|spotted|caught|told)
          # with somebody else on call we would be done
        | \bwith[ ](?:any(?:one|body)|\uE000)[ ]else[ ](?:on[ ]call|at[ ]the[ ]keyboard|in[ ]charge)\b
          # if anyone had cared, we would have caught it
        | \bif[ ](?:any(?:one|body))[ ](?:had[ ])?(?:bothered|cared)\b
          # If Ben had done his job we'd be asleep
        | \bif[ ](?:only[ ])?(?:\uE000|{{Folk}}|they|you)[ ](?:had[ ])?(?:did|done|do)[ ](?:his|her|their|your)[ ]jobs?\b
          # had they listened to me this would not have happened
        | \bhad[ ](?:they|any(?:one|body)|people)[ ](?:only[ ]|just[ ]|bothered[ ]to[ ])?(?:listened|checked|tested|read|looked|asked|followed|waited|cared|thought|told|bothered)\b
        """, Options)]
    private static partial Regex Pattern();
}
