using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Names a person's lapse: "she didn't follow the runbook", "the on-call slept through the page".</summary>
internal static partial class FailedTo
{
    public static BlamelessRule Rule { get; } = new("failed-to",
        "It names a person's lapse. What they knew, and what stood in the way, says more.",
        "“The page came at 03:10 and was lost among forty others.”",
        Pattern());

    private const string Heed = """(?:check(?:ed)?|test(?:ed)?|read|notice[d]?|look(?:ed)?(?![ ]like)|verif(?:y|ied)|follow(?:ed)?|think|thought|pay|paid|care[d]?|consider(?:ed)?|ask(?:ed)?|review(?:ed)?|escalate[d]?|respond(?:ed)?|react(?:ed)?|understand|understood|realise[d]?|realize[d]?|listen(?:ed)?|tell|told|communicate[d]?|inform(?:ed)?|do[ ](?:his|her|their|your|the)|did[ ](?:his|her|their|the)|document(?:ed)?|announce[d]?|double-check(?:ed)?|validate[d]?|watch(?:ed)?|monitor(?:ed)?|answer(?:ed)?|pick(?:ed)?[ ]up|acknowledge[d]?|bother(?:ed)?|learn(?:ed|t)?|wait(?:ed)?|want(?:ed)?[ ]to[ ](?:listen|hear|wait|help|test|learn)|warn(?:ed)?|help(?:ed)?|finish[ ]the[ ]job)""";

    /// <summary>What was true of the person was not theirs to choose.</summary>
    private const string OffDuty = """(?![^.\n]{0,40}\b(?:because|since|shift|off[ -]duty|off[ ]call|not[ ]on[ ]call|her[ ]time|his[ ]time|local[ ]time|time[ ]zone|rota|as[ ](?:his|her|their|the|\uE000)))""";

    /// <summary>With its reason it is no reproach.</summary>
    private const string Unexplained = """(?![^.\n]{0,80}\b(?:because|since|due[ ]to|as[ ](?:we|it|agreed|planned|per|usual[ ]for)|which|it[ ]fires)\b)""";

    [GeneratedRegex($$"""
          # Ben was too hasty
          {{Who}}{{So}},?[ ](?:failed[ ]to[ ](?!reach|connect|log|login|reproduce|get|join|access|ssh|find|open|load|start|reconcile)[a-z]+|ignored[ ](?!by){{Unexplained}}|disregarded|overlooked|dismissed[ ](?:the|an?|all|every|our|my)|missed[ ](?:the|an?|all|every|it|this|that|several|obvious|what|how|something)\b{{Unexplained}}(?![ ](?:train|bus|call|standup|meeting|flight))|skipped[ ](?:the|a|all|over|testing|review|every|this|staging|canary|his|her|straight)\b{{Unexplained}}|bypassed[ ](?:the|all|review|every)|{{DidNot}}[ ](?:even[ ]|really[ ]|properly[ ]|actually[ ]|ever[ ]|fully[ ]|once[ ]|bother[ ]to[ ]|carefully[ ]|thoroughly[ ])*{{Heed}}\b|(?:was(?:n'?t|[ ]not)|isn'?t)[ ](?:really[ ]|even[ ])?(?:paying|careful|watching|looking|listening|doing|thinking|attentive)|slept[ ](?:through|in(?=[ ]*(?:[.,!\n]|$)))|sleeping[ ]through|(?:was|were|fell|is|been)[ ](?:fast[ ]|sound[ ]|half[ ])?asleep{{OffDuty}}|snoozed[ ]the[ ]page|(?:was|were)[ ](?:way[ ]|far[ ]|much[ ])?too[ ](?:slow|late|hasty|quick|eager|inexperienced|junior|proud|stubborn)|took[ ](?:far[ ]|way[ ]|much[ ])too[ ]long|took[ ]too[ ]long|took[ ](?:forever|ages|(?:his|her|their|your)[ ](?:sweet[ ])?time)|had[ ]no[ ](?:clue|idea(?=[ ]*(?:[.,!\n]|$)))|(?:had|has|have)[ ]no[ ](?:idea|clue)[ ](?:what|how)[ ](?:\uE000|they|you)|did(?:n'?t|[ ]not)[ ]know[ ]what[ ](?:\uE000|they|you)[ ](?:was|were)|refused[ ]to|couldn'?t[ ]even|dropped[ ]the[ ]ball|looked[ ]the[ ]other[ ]way|turned[ ]a[ ]blind[ ]eye|sat[ ]on[ ](?:it|the|this)|did[ ]nothing|went[ ](?:awol|missing|to[ ](?:bed|lunch)[ ](?:in|during|while))|wandered[ ]off)
          # the customer success team gave wrong info to everybody because they did not bother to ask
        | \bthey[ ](?:just[ ]|simply[ ]|clearly[ ])?(?:ignored[ ](?:us|our|all)|slept[ ]through|{{DidNot}}[ ](?:even[ ]|really[ ]|bother[ ]to[ ])*(?:read|listen|think|ask|care|tell[ ]us|told[ ]us|follow[ ]the|bother|communicate|pay[ ]attention))\b
          # not a single person on the platform team thought about rollback
        | \b(?:not[ ]a[ ]single[ ](?:person|one|engineer)|nobody|no[ ]one)[ ](?:on|in|from|at)[ ]\uE000[ ](?:even[ ]|ever[ ])?(?:thought|checked|bothered|tested|cared|looked|asked|read)\b
          # not a single person on the platform team thought about rollback
        | \bnot[ ]a[ ]single[ ](?:person|one|engineer|developer|reviewer)[^.\n]{0,20}[ ](?:thought|checked|bothered|tested|cared|looked|asked|read|noticed|caught)\b
          # I can't believe nobody on the release team caught this
        | \bcan(?:'?t|not)[ ]believe[ ](?:that[ ])?(?:{{Whom}}|nobody|no[ ]one|any(?:one|body))\b(?![^.\n]{0,20}\b(?:fixed|found|saved|solved|restored))
          # Grace assumed the backup was fine and never verified it
        | \uE000{{So}}[ ][^.;,\n]{0,50}\band[ ](?:never|did(?:n'?t|[ ]not))[ ](?:even[ ]|ever[ ])?(?:verified|verify|checked|check|tested|test|told|tell|asked|ask|looked|look|followed[ ]up|bothered|bother|escalated|escalate)\b
          # cause: someone at the hoster not doing their job
        | \b(?:not|never)[ ]doing[ ](?:his|her|their|your|\uE000's)[ ]job\b
          # QA didn't do their job
        | {{Whom}}{{So}}[ ]did(?:n'?t|[ ]not)[ ]do[ ](?:his|her|their|your)[ ](?:job|homework|part)
          # ana went home without handing over
        | \uE000{{So}}[ ](?:went[ ]home|left|signed[ ]off|logged[ ]off)[^.;\n]{0,15}[ ](?:without|in[ ]the[ ]middle|and[ ]left[ ]us)
          # Ana sat there and watched it burn
        | \uE000{{So}}[ ]sat[ ](?:there|around|by|idle|back)
          # The on-call didn't lift a finger
        | {{Whom}}{{So}}[ ]did(?:n'?t|[ ]not)[ ](?:lift[ ]a[ ]finger|do[ ](?:anything|a[ ]thing|shit|squat))
          # Ben never even opened the dashboard
        | \uE000{{So}}[ ]{{DidNot}}[ ]even[ ](?!get|got|have|had|receive|know|knew|see|saw|hear)[a-z]+
          # our team failed you
        | \uE000{{So}}[ ]failed[ ](?:you\b|the[ ](?:handover|review|team|customers?|job|task|company)|at[ ](?!\d)|us\b|everyone|his|her[ ]\w+)
          # lots of people ignored the alert
        | \b{{Folk}}[ ](?:simply[ ]|just[ ])?(?:ignored|overlooked|disregarded)[ ]{{Unexplained}}
          # it took ana ages to find the runbook
        | \btook[ ]\uE000[ ](?:ages|forever|an[ ]eternity|way[ ]too[ ]long|far[ ]too[ ]long)\b
        """, Options)]
    private static partial Regex Pattern();
}
