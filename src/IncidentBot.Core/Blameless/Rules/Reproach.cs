using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Asks what nobody can answer well: "how could you not see it?", "why didn't Ana escalate?"</summary>
internal static partial class Reproach
{
    public static BlamelessRule Rule { get; } = new("reproach",
        "As a question it can only be answered with an excuse. What they saw at that moment can be told.",
        "“What did the screen show then, and what made the step look right?”",
        Pattern());

    private const string Anyone = $$"""(?:{{Whom}}|any(?:one|body)\b)""";

    private const string Care = """(?:bother|care|test|check|read|think|look|ask|verify|review|speak[ ]up|say[ ]any|notice|escalate|document|tell[ ]us)""";

    [GeneratedRegex($$"""
          # how could anyone miss this alert?
          \bhow[ ](?:on[ ]earth[ ]|the[ ]hell[ ]|the[ ]heck[ ])?(?:could|can)[ ]{{Anyone}}[ ](?:possibly[ ]|even[ ]|just[ ]|ever[ ])*(?:(?:not|n't)[ ](?!have[ ]been[ ]|get\b|reach)|miss|be[ ]so|let|think|forget|approve|overlook|deploy|ignore|merge|push|run|do[ ](?:this|that))
          # how did ana not notice
        | \bhow[ ](?:on[ ]earth[ ]|the[ ]hell[ ]|the[ ]heck[ ])?did[ ]{{Anyone}}[ ](?:possibly[ ]|even[ ]|just[ ]|ever[ ])*(?:not[ ](?!get\b|reach|have\b)|miss|overlook|forget|think[ ](?:this|that|it))
          # how the hell did Ben get past review
        | \bhow[ ](?:on[ ]earth|the[ ]hell|the[ ]heck)[ ](?:did|could|can)[ ]{{Anyone}}(?!\w)
          # why did nobody notice? how did nobody notice for 40 minutes
        | \bhow[ ](?:did|could|can)[ ](?:nobody|no[ ]one|no-one)[ ](?!get\b|have\b)
          # why did nobody from the network team bother to test this
        | \bwhy[ ](?:did|does|do)[ ](?:nobody|no[ -]one)\b[^.?\n]{0,40}[ ]{{Care}}\b
          # why didn't Ana escalate?
        | \bwhy[ ](?:did(?:n'?t|[ ]not)|do(?:n'?t)|does(?:n'?t)|could(?:n'?t)|was(?:n'?t))[ ]{{Anyone}}[ ](?:not[ ]|just[ ]|even[ ]|simply[ ])*(?!get\b|have\b|receive\b|paged\b|told\b|notified\b|asked\b|alerted\b|able\b|given\b|on\b|see[ ](?:the[ ]alert|an?[ ]alert))[a-z]+
          # why would anyone do that
        | \bwhy[ ](?:on[ ]earth|the[ ]hell|the[ ]heck|would|the[ ]f\w+)[ ](?:did[ ]|would[ ]|do[ ]|does[ ])?{{Anyone}}(?!\w)
          # what was Ben thinking?
        | \bwhat[ ](?:on[ ]earth[ ]|the[ ]hell[ ]|the[ ]heck[ ]|the[ ]f\w+[ ])?(?:was|were|is|are)[ ]{{Whom}}[ ](?:even[ ])?(?:thinking|smoking|drinking|playing[ ]at)
          # did anybody even look at this?
        | \b(?:did|does|do)(?:n'?t)?[ ]{{Anyone}}[ ]even[ ](?:read|look|test|check|know|think|try|understand|care)
          # didn't anybody test this
        | \bdid(?:n'?t)[ ]{{Anyone}}[ ](?:think|bother|check|test|read|look|learn|notice)\b
          # can't Ben read a runbook?
        | \bcan(?:'?t|not)[ ]{{Anyone}}[ ](?:even[ ])?(?:read|test|think|follow|do)\b[^.\n]{0,30}\?
          # is it too much to ask to run the tests?
        | \b(?:is[ ]it|how[ ]hard[ ](?:is[ ]it|can[ ]it[ ]be|could[ ]it[ ]be))[ ](?:really[ ])?(?:so[ ](?:hard|difficult)|that[ ](?:hard|difficult)|too[ ]much[ ]to[ ]ask)?[ ]?to[ ](?:read|test|check|follow|look|ask|write|ack|click|type|wait|tell|run[ ](?:the|a)[ ](?:tests?|dry))\b
          # what part of freeze did Ben not understand
        | \bwhat[ ]part[ ]of[ ][^.\n]{2,40}[ ](?:did|do|does|is|was)(?:n'?t)?\b[^.\n]{0,20}\b(?:understand|unclear|get|hard)
          # what is wrong with people
        | \bwhat[ ]is[ ]wrong[ ]with[ ](?:\uE000|(?:you|them|people)\b)
          # did you not see the giant warning?
        | \b(?:did|do|does|could|have|has)[ ]{{Anyone}}[ ](?:really[ ]|seriously[ ])?not[ ](?:see|seen|read|notice|noticed|check|checked|look|test|know|think|ask|realize|realise)\b
          # why on earth was ben allowed to do this
        | \bwhy[ ](?:on[ ]earth|the[ ]hell|the[ ]heck)[ ](?:was|is|were|has|had)[ ]{{Anyone}}
          # how was this approved by Mark??
        | \bhow[ ](?:was|did|is|could|does)[ ](?:this|that|it)[^.?\n]{0,15}[ ](?:approved|merged|missed|allowed|signed[ ]off|overlooked|get|slip|reviewed)[ ](?:by|past)[ ]\uE000
          # what kind of person restarts a primary at noon
        | \bwhat[ ](?:kind|sort)[ ]of[ ](?:person|engineer|idiot|team|developer|admin|operator|people|company)\b
          # it's not rocket science to check a box
        | \b(?:not|isn't)[ ](?:rocket[ ]science|that[ ]hard|brain[ ]surgery)\b
          # where the hell was ben
        | \bwhere[ ](?:the[ ]hell[ ]|on[ ]earth[ ]|the[ ]heck[ ])(?:was|is|were)[ ]{{Anyone}}|\bwhere[ ](?:was|were)[ ](?:\uE000|you)[ ]when[ ](?:we|it|things|prod|everything|the)
          # it's beyond me how ana got through the interview
        | \b(?:beyond[ ]me|don't[ ]get|never[ ]understand|(?:can|could)(?:n'?t|not)[ ](?:understand|grasp)|baffles[ ]me)[ ](?:how|why)[ ](?:\uE000|any(?:one|body)|they)
          # not sure what Ben was smoking
        | \b(?:not[ ]sure|no[ ]idea|god[ ]knows|(?:i[ ]|\uE001[ ])?wonder)[ ]what[ ](?:\uE000|they|you)[ ](?:was|were|is|are)[ ](?:even[ ])?(?:thinking|smoking|drinking|on\b)
          # why did you restart it without asking?
        | \bwhy[ ]did[ ](?:\uE000|you)[ ](?:(?:ignore|skip|assume[ ]it|think[ ]it)\b|[^?\n]{3,60}\b(?:without|friday|anyway|again|so[ ]late|in[ ]the[ ]middle)\b)
          # who was on call and why did they not react
        | \bwhy[ ](?:did|does|do|could)[ ]{{Anyone}}[ ](?:simply[ ]|just[ ])?not[ ](?!get|have|receive|see\b|be\b)[a-z]+
        """, Options)]
    private static partial Regex Pattern();
}
