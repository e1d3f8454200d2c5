using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Looks for whose fault it is: "whose fault is this?", "Ana is to blame", "this is on Ben".</summary>
internal static partial class Fault
{
    public static BlamelessRule Rule { get; } = new("fault",
        "When we look for whose fault it is, people stop telling what they saw. The trap stays.",
        "“What made this possible, and what would have stopped it?”",
        Pattern());

    [GeneratedRegex($$"""
          \bwho(?:se|'s)[ ](?:is[ ]|was[ ](?:the[ ])?)?(?:fault|mistake|to[ ]blame)
        | \bwho(?:[ ]is|[ ]was|'s)[ ](?:actually[ ]|really[ ])?(?:to[ ]blame|at[ ]fault|guilty|the[ ]culprit|responsible[ ]for[ ](?:this|the|that)[ ](?:mess|outage|incident|disaster|bug|failure|breakage))
        | \uE000'?s?[ ](?:own[ ])?(?:fault\b(?![ -](?:domain|toleran|inject|handler|line))|bad(?=[.,!]|$))
        | {{Whom}}(?:'re)?{{So}},?[ ](?:(?:is|was|are|were)[ ])?(?:\w+ly[ ])?(?:(?:the[ ]one[ ])?to[ ]blame|at[ ]fault|guilty\b|the[ ](?:culprit|guilty)|the[ ](?:root[ ]|main[ ]|only[ ]|real[ ])?(?:cause\b|problem\b(?![ ](?:solver|owner))|weak(?:est)?[ ]link)|responsible[ ]for[ ](?:this|the|that)[ ](?:whole[ ])?(?:mess|outage|downtime|disaster|failure|breakage))
        | \uE000[ ](?:is|was)[ ]the[ ](?:only[ ]|main[ ]|sole[ ]|whole[ ])?reason[ ][^.\n]{0,40}\b(?:down|outage|lost|broke|broken|failed|incident|awake|mess)\b
        | \b(?:blame|blamed|blaming)[ ](?:it[ ]on[ ]|this[ ]on[ ]|that[ ]on[ ])?(?:\uE000(?!'s[ ](?:laptop|deploy|change|script))|you\b|them\b)
        | \b(?:blame|fault|responsibility[ ]for[ ]this)[ ](?:lies|lay|is|sits|rests|falls|goes)[ ](?:squarely[ ]|entirely[ ]|clearly[ ]|mostly[ ]|solely[ ])?(?:with|on|to)[ ](?:\uE000|them\b|their\b|the[ ]people\b)
        | \b(?:their|your|his|her)[ ](?:own[ ]|damn[ ])?fault\b
        | \ball[ ](?:on[ ]|because[ ]of[ ])(?:\uE000|you\b|them\b)
        | \b(?:this|that)(?:[ ]one)?(?:'s|[ ]is|[ ]was)[ ](?:\w+ly[ ]|all[ ])?on[ ](?:\uE000|you|them)(?=[ ]*(?:[.,;!?\n-]|$)|[ ](?:for|and|because|not|who|imo|tbh|alone|\uE000)\b)
        | \b(?:this|that|the|whole)[ ](?:outage|incident|mess|downtime|failure|disaster)(?:'s|[ ]is|[ ]was)[ ](?:\w+ly[ ]|all[ ])?on[ ](?:\uE000|you|them)\b
        | \bon[ ]\uE000[ ]for[ ]not\b
        | \b(?:point|points|pointing|pointed)[ ](?:the[ ]|a[ ])?fingers?[ ]at[ ]\uE000
        | \b(?:pin|pinned|pinning)[ ](?:it|this|that|the[ ]\w+)[ ]on[ ]\uE000
        | \b(?:only|nobody[ ]but|just)[ ](?:himself|herself|themselves|yourself)[ ]to[ ]blame
        | \b(?:root[ ])?cause(?:[ ](?:is|was))?[ ]*[:=]?[ ]*\uE000(?=[ ]*(?:[.,;!?\n]|$))
        | \bfind[ ](?:out[ ])?(?:the[ ]guilty|the[ ]culprit|whose)
        | \bthe[ ]culprit[ ](?:is|was|:)[ ]?\uE000
        | \b(?:responsible|guilty|guilty[ ]party|culprit|fault|offender|at[ ]fault|to[ ]blame)[ ]?[:=][ ]?(?:\uE000|you|the[ ]\w+[ ]guys)
        | \b(?:mistake|error|typo|slip|blunder|failure|mess|outage|fault|screw-?up|oversight)[ ](?:is|was)[ ](?:all[ ]|\w+ly[ ])?(?:\uE000's|yours|theirs|hers)\b
        | \b(?:attributable|attributed|traced[ ]back|down|boils[ ]down)[ ]to[ ](?:\uE000(?!'s)(?=[ ]*(?:[.,;!?\n]|$)|[ ]\w+ing)|an?[ ](?:individual|single|certain)[ ](?:engineer|person|developer|operator|individual))
        | \b(?:root|source|heart)[ ]of[ ](?:the|this|our)[ ](?:problem|issue|outage|mess)[ ](?:is|was)[ ](?:\uE000(?!'s)|you\b)
        | (?:\uE000's|\b(?:his|her|their|your))[ ](?:mess|disaster|fiasco|garbage|crap|nonsense|outage(?=[.!]|$)|doing(?=[.,!]|$))
        | \b(?:why[ ]am[ ]\uE001[ ]not[ ]surprised|(?:not|no)[ ](?:a[ ])?surprised?|of[ ]course|guess[ ]who)[^.\n]{0,20}[ ](?:it[ ]was|it's)[ ]\uE000
        | \bman-?made[ ]?[:,-][ ]?\uE000
        | \b(?:management|marketing|sales|support|ops|qa|engineering|leadership|the[ ]\w+[ ](?:guys|people|folks))'?s?[ ]fault\b
        | \bweak(?:est)?[ ](?:point|link|spot)[^.\n]{0,20}[ ](?:is|was)[ ]\uE000(?!'s)
        | \b(?:outage|mess|disaster|breakage|catastrophe)[ ](?:\w+[ ]to[ ]you[ ])?by[ ]\uE000(?!'s)
        | \uE000[ ]had[ ]it[ ]coming
        | \bbut[ ]it[ ]was[ ]\uE000(?=[ ]*(?:[.,;!\n]|$))
        | \b(?:find|identify|name|who[ ]is)[ ](?:out[ ])?(?:the[ ])?(?:person|one|engineer|developer|individual)s?[ ](?:who[ ](?:is|was)[ ])?(?:responsible|at[ ]fault|to[ ]blame|guilty)\b(?![ ]for[ ]the[ ](?:service|queue|account|component))
        | (?:^|[.!?\n-][ ]?)\uE000[ ]again[ ]*(?=[.!?…]|$)
        """, Options)]
    private static partial Regex Pattern();
}
