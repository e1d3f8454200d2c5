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
          # whose fault is this?
          \bwho(?:se|'s)[ ](?:is[ ]|was[ ](?:the[ ])?)?(?:fault|mistake|to[ ]blame)
          # who is to blame here?
        | \bwho(?:[ ]is|[ ]was|'s)[ ](?:actually[ ]|really[ ])?(?:to[ ]blame|at[ ]fault|guilty|the[ ]culprit|responsible[ ]for[ ](?:this|the|that)[ ](?:mess|outage|incident|disaster|bug|failure|breakage))
          # this is Ben's fault
        | \uE000'?s?[ ](?:own[ ])?(?:fault\b(?![ -](?:domain|toleran|inject|handler|line))|bad(?=[.,!]|$))
          # Chidi is the one to blame
        | {{Whom}}(?:'re)?{{So}},?[ ](?:(?:is|was|are|were)[ ])?(?:\w+ly[ ])?(?:(?:the[ ]one[ ])?to[ ]blame|at[ ]fault|guilty\b|the[ ](?:culprit|guilty)|the[ ](?:root[ ]|main[ ]|only[ ]|real[ ])?(?:cause\b|problem\b(?![ ](?:solver|owner))|weak(?:est)?[ ]link)|responsible[ ]for[ ](?:this|the|that)[ ](?:whole[ ])?(?:mess|outage|downtime|disaster|failure|breakage))
          # Ben is the reason the shop was down all night
        | \uE000[ ](?:is|was)[ ]the[ ](?:only[ ]|main[ ]|sole[ ]|whole[ ])?reason[ ][^.\n]{0,40}\b(?:down|outage|lost|broke|broken|failed|incident|awake|mess)\b
          # blame it on the intern
        | \b(?:blame|blamed|blaming)[ ](?:it[ ]on[ ]|this[ ]on[ ]|that[ ]on[ ])?(?:\uE000(?!'s[ ](?:laptop|deploy|change|script))|you\b|them\b)
          # the blame lies with the reviewer
        | \b(?:blame|fault|responsibility[ ]for[ ]this)[ ](?:lies|lay|is|sits|rests|falls|goes)[ ](?:squarely[ ]|entirely[ ]|clearly[ ]|mostly[ ]|solely[ ])?(?:with|on|to)[ ](?:\uE000|them\b|their\b|the[ ]people\b)
          # her fault entirely, the alert was there
        | \b(?:their|your|his|her)[ ](?:own[ ]|damn[ ])?fault\b
          # that was all because of Ana
        | \ball[ ](?:on[ ]|because[ ]of[ ])(?:\uE000|you\b|them\b)
          # this is on Ben for not checking
        | \b(?:this|that)(?:[ ]one)?(?:'s|[ ]is|[ ]was)[ ](?:\w+ly[ ]|all[ ])?on[ ](?:\uE000|you|them)(?=[ ]*(?:[.,;!?\n-]|$)|[ ](?:for|and|because|not|who|imo|tbh|alone|\uE000)\b)
          # the whole mess is on Chidi
        | \b(?:this|that|the|whole)[ ](?:outage|incident|mess|downtime|failure|disaster)(?:'s|[ ]is|[ ]was)[ ](?:\w+ly[ ]|all[ ])?on[ ](?:\uE000|you\b|them\b)(?!'s)
          # this is on Ben for not checking
        | \bon[ ]\uE000[ ]for[ ]not\b
          # everybody pointed the finger at Ben, and rightly so
        | \b(?:point|points|pointing|pointed)[ ](?:the[ ]|a[ ])?fingers?[ ]at[ ]\uE000
          # you can pin this on Mark
        | \b(?:pin|pinned|pinning)[ ](?:it|this|that|the[ ]\w+)[ ]on[ ]\uE000
          # Ana has only herself to blame
        | \b(?:only|nobody[ ]but|just)[ ](?:himself|herself|themselves|yourself)[ ]to[ ]blame
          # Root cause: Ana
        | \b(?:root[ ])?cause(?:[ ](?:is|was))?[ ]*[:=]?[ ]*\uE000(?=[ ]*(?:[.,;!?\n]|$))
          # first we find the guilty one
        | \bfind[ ](?:out[ ])?(?:the[ ]guilty(?=[ ]*(?:[.,;!?\n]|$)|[ ](?:one|party|person|team|engineer))|the[ ]culprit|whose)
          # the culprit is Ben
        | \bthe[ ]culprit[ ](?:is|was|:)[ ]?\uE000
          # responsible: Ben
        | \b(?:responsible|guilty|guilty[ ]party|culprit|fault|offender|at[ ]fault|to[ ]blame)[ ]?[:=][ ]?(?:\uE000|you|the[ ]\w+[ ]guys)
          # the mistake was Ana's
        | \b(?:mistake|error|typo|slip|blunder|failure|mess|outage|fault|screw-?up|oversight)[ ](?:is|was)[ ](?:all[ ]|\w+ly[ ])?(?:\uE000's|yours|theirs|hers)\b
          # the failure is attributable to an individual engineer
        | \b(?:attributable|attributed|traced[ ]back|down|boils[ ]down)[ ]to[ ](?:\uE000(?!'s)(?=[ ]*(?:[.,;!?\n]|$)|[ ]\w+ing)|an?[ ](?:individual|single|certain)[ ](?:engineer|person|developer|operator|individual))
          # the root of the problem is ben, not the pipeline
        | \b(?:root|source|heart)[ ]of[ ](?:the|this|our)[ ](?:problem|issue|outage|mess)[ ](?:is|was)[ ](?:\uE000(?!'s)|you\b)
          # this was ben's doing
        | (?:\uE000's|\b(?:his|her|their|your))[ ](?:mess\b|disaster\b|fiasco|garbage(?![ ]collect)|crap\b|nonsense|outage(?=[.!]|$)|doing(?=[.,!]|$))
          # why am I not surprised that it was Mark
        | \b(?:why[ ]am[ ]\uE001[ ]not[ ]surprised|(?:not|no)[ ](?:a[ ])?surprised?|of[ ]course|guess[ ]who)[^.\n]{0,20}[ ](?:it[ ]was|it's)[ ]\uE000
          # incident was man-made: ben
        | \bman-?made[ ]?[:,-][ ]?\uE000
          # it is management's fault for not hiring
        | \b(?:management|marketing|sales|support|ops|qa|engineering|leadership|the[ ]\w+[ ](?:guys|people|folks))'?s?[ ]fault\b
          # our weakest point that night was the commander
        | \bweak(?:est)?[ ](?:point|link|spot)[^.\n]{0,20}[ ](?:is|was)[ ]\uE000(?!'s)
          # another day, another outage by chidi
        | \b(?:outage|mess|disaster|breakage|catastrophe)[ ](?:\w+[ ]to[ ]you[ ])?by[ ]\uE000(?!'s)
          # he had it coming, he merges everything unreviewed
        | \uE000[ ]had[ ]it[ ]coming
          # Mark blames the tool but it was him
        | \bbut[ ]it[ ]was[ ]\uE000(?=[ ]*(?:[.,;!\n]|$))
          # please find the person responsible
        | \b(?:find|identify|name|who[ ]is)[ ](?:out[ ])?(?:the[ ])?(?:person|one|engineer|developer|individual)s?[ ](?:who[ ](?:is|was)[ ])?(?:responsible|at[ ]fault|to[ ]blame|guilty)\b(?![ ]for[ ]the[ ](?:service|queue|account|component))
          # Ben again...
        | (?:^|[.!?\n-][ ]?)\uE000[ ]again[ ]*(?=[.!?…]|$)
        """, Options)]
    private static partial Regex Pattern();
}
