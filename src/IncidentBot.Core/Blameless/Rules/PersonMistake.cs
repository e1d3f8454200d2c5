using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Stops at a person's slip: "Ben accidentally deleted the volume", "the operator typed the wrong region".</summary>
internal static partial class PersonMistake
{
    public static BlamelessRule Rule { get; } = new("person-mistake",
        "A slip is where the story begins, not where it ends. What made it easy to make?",
        "“The two commands look alike, and the tool asks no question before it deletes.”",
        Pattern());

    private const string Did = """(?:typed|entered|ran|run|deleted|dropped|removed|picked|chose|selected|clicked|hit|pressed|pushed|deployed|merged|restarted|rebooted|used|pasted|copied|edited|changed|scaled|drained|wiped|nuked|updated|sent|called|put(?:[ ]in)?|set|applied|terminated|killed|disabled|rotated|unplugged|pulled|swapped|grabbed|cut|flipped|tagged|failed[ ]over|shut[ ]down|truncated|formatted|connected[ ]to|logged[ ]in(?:to|[ ]to)|gave|took|opened|blocked|overwrote|specified|configured)""";

    [GeneratedRegex($$"""
          # she blindly trusted the script
          {{Who}}{{So}}[ ](?:accidentally|accidently|acidentally|mistakenly|wrongly|unthinkingly|blindly|inadvertently|erroneously|incorrectly|unwisely|hastily|unintentionally)[ ][a-z]+(?:ed|t|n|ew|ut|oke|ote|an|et)\b
          # Mark picked the wrong snapshot
        | \uE000{{So}}[ ]{{Did}}[ ](?:[\w-]+[ ]){0,4}?(?:the|a|an|in|into|on)[ ](?:totally[ ]|completely[ ]|obviously[ ])?wrong[ ]\w+
          # you picked the wrong branch
        | \byou[ ]{{Did}}[ ](?:in[ ]|on[ ]|to[ ])?the[ ]wrong[ ]\w+
          # the engineer made a mistake in the config
        | {{Who}}{{So}}[ ](?:made|makes|committed)[ ](?:an?|the|another|several|some|this|that|yet[ ]another|two|many)[ ](?:\w+[ ]){0,3}?(?:mistakes?|errors?|blunders?|slip|typo)\b
          # that is somebody's mistake
        | \uE000's[ ](?:(?!(?:the|fix|change|deploy|patch|rollback)\b)\w+[ ]){0,2}?(?:mistakes?|errors?(?![ ](?:log|message|rate|handler|budget|analysis|report|bars?|fix|handling))|blunders?|oversight(?![ ](?:committee|board|role))|failure[ ]to|inability[ ]to|unwillingness|refusal|typo(?![ ](?:fix|pr|was[ ]fixed))|slip|screw-?up|fuck-?up|incompetence|neglect|stupid|clumsiness|bad[ ](?:judge?ment|decision|call))\b
          # the SRE on duty cut corners
        | {{Who}}{{So}}[ ](?:fat-?fingered|mistyped|typo'?e?d|misread|misclicked|misconfigured|misjudged|mishandled|mismanaged|overreacted|panick?ed|freaked[ ]out|lost[ ](?:it\b|his[ ]head|her[ ]head|their[ ]head)|guessed[ ]wrong|got[ ](?:it|this|that)[ ](?:all[ ])?wrong|chose[ ](?:badly|poorly)|jumped[ ](?:the[ ]gun|to[ ]conclusions)|went[ ]rogue|cut[ ]corners|took[ ](?:a[ ])?shortcuts?|rushed[ ](?:it|this|the|out)|wasted[ ]|(?:mixed|muddled)[ ](?:up|it[ ]up)|confused[ ](?!by)(?=[a-z])|bit[ ]off[ ]more)
          # Ben pushed to main without testing
        | \uE000{{So}}[ ][a-z]+(?:ed|t|n|an|ew|ut|oke|ote|id)\b[^.;\n]{0,60}[ ](?:by[ ](?:mistake|accident)|without[ ](?:thinking|checking|testing|asking|reading|looking|bothering|verifying|reviewing|warning|notifying|informing|consulting|announcing|coordinating|understanding|telling|handing|saying|caring|authori[sz]ation(?!,)|permission(?!,)|even\b|a[ ]second[ ]thought))
          # without checking anything Ben restarted it
        | \b(?:lgtm|approved|merged|pushed)?[ ]?without[ ](?:thinking|checking|testing|asking|reading|looking|bothering|verifying)[ ,][^.;\n]{0,40}[ ]\uE000[ ][a-z]+(?:ed|an|et|ut)\b
          # We are down because Fatima rotated the keys and told no one
        | \uE000[^.;\n]{0,70}[ ](?:told|asked|informed|warned|notified)[ ](?:no[ -]?one|nobody)\b
          # due to an error by Ana the cache was flushed
        | \b(?:due[ ]to|because[ ]of)[ ](?:an?[ ]|the[ ])?(?:mistake|error|blunder|oversight|lapse|slip|typo)[ ](?:by|of|from|made[ ]by)[ ]\uE000
          # It was a mistake of the DBA
        | \b(?:a|the|another)[ ](?:mistake|blunder|slip|typo|lapse|screw-?up)[ ](?:by|of|from|made[ ]by|on[ ]the[ ]part[ ]of)[ ]\uE000
          # ana rolled it out blind and we paid for it
        | \uE000{{So}}[ ][a-z]+(?:ed|t|n|an|ew|ut|oke|ote|id)\b[^.;\n]{0,50}[ ](?:blind(?:ly)?|in[ ]a[ ](?:hurry|rush)[ ](?:to|and)|out[ ]of[ ](?:habit|boredom))(?=[ ]*(?:[.,;!?\n]|$)|[ ](?:and|to|again)|[ ]\w+)
          # the operator was in a hurry and hit the wrong button
        | \uE000[ ](?:was|were)[ ]in[ ]a[ ](?:hurry|rush)[ ](?:to[ ](?:go|leave|get|finish)|and)\b
          # Mark was told three times and still did it
        | {{Who}}[^.;\n]{4,70}[ ,](?:and|but|yet)[ ](?:\uE000[ ])?still[ ](?:did(?![ ]not)|pressed|pushed|merged|deployed|ran(?![ ]into)|clicked|went[ ]ahead|hit|ignored|approved|typed|chose|forgot|missed)\b
          # Ben knew the risk and did it anyway
        | {{Who}}[^.;\n]{0,50}[ ](?:merged|deployed|pushed|did|went[ ]ahead|approved|ran|pressed|clicked|hit|shipped|released|restarted)\b[^.;,\n]{0,20}[ ]anyways?\b
          # a manual mistake by the DBA
        | \b(?:a|an|the|another|classic|typical|simple)?[ ]?(?:error|mistake|blunder|slip|typo|lapse|screw-?up|copy[ ]and[ ]paste[ ]error|fumble|carelessness)[ ](?:was[ ])?(?:made[ ]|committed[ ])?(?:by|of|on[ ]the[ ]part[ ]of)[ ]\uE000(?!'s)
          # error on the part of the engineer
        | \b(?:error|mistake|failure|lapse)[ ]on[ ]the[ ](?:part|side)[ ]of[ ]\uE000
          # it boils down to operator incompetence
        | \b(?:operator|engineer|developer|admin|pilot)[ ](?:misjudge?ment|misconduct|negligence|oversight|incompetence|inattention|slip)
          # Ben misunderstood the ticket
        | \uE000{{So}}[ ]mis-?(?:understood|interpreted|typed|entered|clicked|judged|calculated|heard|diagnosed|used|informed|communicated|placed|applied|behaved|managed|took|spelled|spelt)\b
          # the operator mis-entered the threshold
        | \bthe[ ]operator[ ]mis-?(?:entered|typed|clicked|read|configured|set|judged|keyed)
          # ana underestimated the risk
        | \uE000{{So}}[ ](?:underestimated|overestimated)\b
          # he hit enter too early
        | \uE000{{So}}[ ](?:hit|pressed|clicked|pushed|ran|merged|deployed|restarted|closed|reacted|responded|escalated|acted|noticed|called|answered|acked)\b[^.;\n]{0,25}[ ](?:(?:far[ ]|way[ ]|much[ ])?too[ ](?:early|soon|fast|quickly|late|slowly)|prematurely)\b
          # Ben assumed instead of checking
        | \uE000{{So}}[ ](?:typed|entered|clicked|pressed|hit|pasted|selected|picked|chose|assumed|guessed|deleted|dropped|wrote)\b[^.;\n]{0,40}[ ]instead[ ]of\b
          # Chidi entered a bad value
        | \uE000{{So}}[ ](?:typed|entered|selected|picked|chose|pushed|deployed|merged|pasted|set|put(?:[ ]in)?|configured|used|supplied|provided|gave)[ ](?:an?|the)[ ](?:incorrect|bad|invalid|faulty|bogus)[ ]\w+
          # Ana made several questionable decisions
        | \uE000{{So}}[ ]made[ ](?:\w+[ ]){0,2}?(?:bad|poor|terrible|wrong|stupid|reckless|questionable|awful)[ ](?:calls?|decisions?|choices?|judge?ments?|moves?)\b
          # Ana took a risky shortcut
        | \uE000{{So}}[ ]took[ ](?:an?|the)[ ](?:\w+[ ])?shortcuts?\b
          # the architect designed this badly
        | \uE000{{So}}[ ]\w+(?:ed|t|n)[ ](?:this|it|that|the[ ]\w+)[ ](?:so[ ]|very[ ])?(?:badly|poorly|terribly|wrongly|carelessly|horribly)\b
          # misconfiguration by the network engineer
        | \bmis(?:configuration|handling|management|judge?ment|use)[ ](?:by|of[ ]the[ ]\w+[ ]by)[ ]\uE000(?!'s)
          # Ana did it wrong
        | {{Who}}{{So}}[ ](?:did|does)[ ](?:it|this|that|everything)[ ](?:all[ ]|completely[ ])?wrong\b
        """, Options)]
    private static partial Regex Pattern();
}
