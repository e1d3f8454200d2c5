using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Asks for more care: "everybody must be more careful", "retrain the operator".</summary>
internal static partial class TryHarder
{
    public static BlamelessRule Rule { get; } = new("try-harder",
        "Care runs out on a bad night. A guard, a check or a better tool does not.",
        "“The deploy tool refuses to run against production without a second look.”",
        Pattern());

    private const string Heed = """(?:again[ ])?(?:to[ ](?:be|pay|read|follow|think|check|double-check|take|test|react|respond|use[ ]common|concentrate|focus|finally|please|always)|not[ ]to|about[ ]the[ ](?:rules|process|policy))""";

    [GeneratedRegex($$"""
          # be more careful with rm
          \b(?:be|being|is|are|become|get|stay)[ ](?:much[ ]|far[ ]|a[ ]lot[ ]|a[ ]bit[ ])?(?:more|extra|super)[ ](?:careful|attentive|diligent|vigilant|disciplined|cautious|alert)\b(?![ ](?:rules?|fatigue))
          # i wasnt paying attention
        | \b(?:pay|paying)[ ](?:\w+[ ])?(?:more|better|closer|attention)[ ]?(?:attention)?\b(?=[ ](?:when|while|to[ ]what|next|before|during|in)|[.!,]|$)
          # we just have to try harder
        | \btry(?:ing)?[ ]harder
          # retrain Ben on the deploy tool
        | \b(?:retrain|re-train|re-?educate|educate|lecture|scold|discipline)[ ](?:\uE000|{{Folk}}|the[ ](?:operators?|engineers?|team|staff|people))
          # mandatory security training for everyone involved
        | \b(?:mandatory|remedial|refresher)[ ](?:\w+[ ])?(?:training|course)[ ]for[ ]
          # ask ana to be more careful
        | \b(?:remind|tell|warn|ask|urge|teach|instruct|get)[ ](?:\uE000|{{Folk}})[ ]{{Heed}}
          # we need more discipline
        | \b(?:need|needs|require[sd]?|with|take|show|have|exercise|demand)[ ](?:\w+[ ])?(?:more|greater|better|extra)[ ](?:care|caution|discipline|diligence|vigilance|awareness|attention[ ]to[ ]detail)\b
          # more diligence is needed
        | \bmore[ ](?:care|caution|discipline|diligence|vigilance)[ ](?:is[ ]needed|needed|required|from|when|next[ ]time|by)\b
          # be careful next time
        | \bbe[ ]careful[ ](?:next|when|with|in[ ]future|before|not)
          # use common sense
        | \buse[ ](?:some[ ]|your[ ])?common[ ]sense
          # think before you push
        | \bthink[ ](?:twice[ ]|first[ ]|harder[ ])?before[ ](?:you|they|we|deploying|pushing|running|merging|acting|typing|hitting|clicking)
          # they have to stop making mistakes
        | \b(?:must|should|need[ ]to|needs[ ]to|has[ ]to|have[ ]to|better)[ ](?:just[ ]|really[ ]|all[ ]|finally[ ]|simply[ ])*(?:stop|learn|start)[ ](?:making[ ]mistakes|to[ ]be[ ]careful|to[ ]read|being|reading|thinking|to[ ]think|paying|testing[ ](?:their|his|her|your)|to[ ]follow)
          # everyone needs to pay closer attention to the alerts channel
        | \b{{Folk}}[ ](?:must|should|need[ ]to|have[ ]to|has[ ]to|needs[ ]to|ought[ ]to)[ ](?:just[ ]|really[ ]|all[ ]|finally[ ]|simply[ ]|always[ ])*(?:be[ ]careful|pay[ ](?:more[ ]|closer[ ]|better[ ])?attention|read[ ]the[ ](?:docs?|runbook|manual|instructions)|follow[ ]the[ ](?:process|rules|runbook|checklist|procedure)|think\b|concentrate|focus\b|take[ ](?:more[ ])?(?:care|responsibility|ownership)|double-check)
          # never make the same mistake twice
        | \b(?:don'?t|do[ ]not|never)[ ](?:ever[ ])?(?:make[ ](?:this|that|such|the[ ]same)[ ](?:\w+[ ])?mistakes?|forget[ ](?:again|next[ ]time|this[ ]time)|do[ ](?:this|that|it)[ ](?:ever[ ])?again)
          # let's all pay attention next time
        | \b(?:double-?check|pay[ ]attention|concentrate|look[ ]twice)[ ](?:more[ ])?next[ ]time\b
          # people need to read before they click
        | \b{{Folk}}[ ](?:must|should|need[ ]to|have[ ]to|needs[ ]to)[ ](?:just[ ]|really[ ]|finally[ ])*(?:read|look|think|test|check|listen|ask)\b[^.\n]{0,20}\b(?:before|first|more|properly|better|harder)\b
          # everyone has to be extra careful now
        | \b{{Folk}}[ ](?:must|should|need[ ]to|have[ ]to|has[ ]to|needs[ ]to)[ ]be[ ](?:\w+[ ])?(?:careful|attentive|vigilant|disciplined|diligent|cautious)\b
          # Ben needs to be more careful
        | \bbe[ ](?:more|very|extra)[ ]careful\b
          # ben needs more training
        | \uE000[ ](?:needs?|requires?|must[ ]get|should[ ]get|lacks?)[ ](?:more[ ]|better[ ]|additional[ ]|extra[ ]|proper[ ]|some[ ]|urgent[ ])(?:training|coaching|supervision|education)\b
          # Train Ben properly
        | \btrain[ ]\uE000[ ](?:properly|better|again)\b
          # coach the on-call to react faster
        | \bcoach[ ](?:\uE000|{{Folk}})[ ]to[ ]
          # folks, please be vigilant
        | \b{{Folk}}[ ]?[:,][ ](?:please[ ])?(?:read[ ]the[ ](?:docs?|runbooks?|manual|instructions)|check[ ]your|be[ ](?:\w+[ ])?(?:careful|vigilant|attentive|alert)|think\b|follow[ ]the[ ](?:rules|process|runbook)|stop[ ]\w+ing|pay[ ]attention)\b
          # folks, please be vigilant
        | \bbe[ ](?:\w+[ ])?(?:vigilant|attentive|diligent)\b(?![ ]about[ ]the[ ]budget)
          # make the devs sign that they read the policy
        | \bmake[ ](?:\uE000|{{Folk}})[ ](?:sign|attend|apologi[sz]e|promise|swear)\b
          # Ben must stop doing this
        | \uE000[ ](?:needs|has|ought|must|should)[ ](?:to[ ])?(?:really[ ]|finally[ ]|start[ ]to[ ]|please[ ])*(?:double[- ]?check|pay[ ](?:more[ ])?attention|slow[ ]down|listen\b|step[ ]up|do[ ]better|improve\b(?=[ ]*(?:[.!\n]|$))|communicate[ ](?:better|more)|stop[ ](?:doing|deploying|pushing|merging|being|making|ignoring)|get[ ](?:his|her|their|\uE000's)[ ]act|test[ ](?:his|her|their)|read[ ]the[ ](?:docs?|runbook|manual))
          # stop deploying on fridays, ben
        | \bstop[ ](?:deploying|pushing|merging|doing|ignoring|breaking|being|making)[^.\n]{0,30}[ ,]\uE000(?=[ ]*(?:[.!\n]|$))
          # make sure people read the docs
        | \bmake[ ]sure[ ](?:that[ ])?(?:\uE000|{{Folk}})[ ](?:reads?|checks?|follows?|tests?|thinks?|pays?|double|understands?|(?:are|is)[ ]more|knows?[ ]the)\b
          # more training for operators
        | \b(?:more|better|additional|extra)[ ]training[ ]for[ ](?:\uE000|{{Folk}})
        """, Options)]
    private static partial Regex Pattern();
}
