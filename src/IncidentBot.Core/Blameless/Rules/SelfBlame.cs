using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Blames the writer, who gets a gentler answer: "my fault, I broke it".</summary>
internal static partial class SelfBlame
{
    public static BlamelessRule Rule { get; } = new("self-blame",
        "That is honest of you, and you are not the cause. What made it easy would have caught others too.",
        "“The prompt for staging and production looks the same, so I ran it in the wrong one.”",
        Pattern());

    [GeneratedRegex($$"""
          # sorry, my bad
          \b(?:my|mine)[ ](?:own[ ]|bad[ ]|stupid[ ]|dumb[ ]|silly[ ]|entire[ ]|big[ ])*(?:fault|bad(?![ ](?:luck|connection|wifi|feeling))|mistake|carelessness|stupidity|oversight|blunder|screw-?up|incompetence|negligence)\b(?![ ](?:would|could|report)|[:,][ ](?:it|the|that|this)(?:'s|[ ]is|[ ]was|[ ]should))
          # im to blame
        | (?:\bi'?m|\uE001'?m|\uE001[ ](?:am|was|feel))[ ](?:(?:so|just|such|really|a|an|the|very|too|being|one|to|completely|totally)[ ]){0,3}(?:blame|stupid|careless|an?[ ]idiot|idiot|dumb|sloppy|lazy|at[ ]fault|guilty|ashamed|incompetent|culprit|moron|inattentive|who[ ]broke|terrible[ ]at|an?[ ]failure|reason[ ](?:we|this|it|everything)|worst\b)
          # i panicked
        | \uE001{{So}}[ ](?:should(?:n'?t|[ ]not)?[ ](?:really[ ]|just[ ]|never[ ]|probably[ ]|at[ ]least[ ]|definitely[ ]|clearly[ ]|easily[ ])*(?:have|of|'?ve)[ ](?:been[ ](?:more|paying|watching|careful|awake|faster|quicker)|(?!been\b|had\b|gotten\b|got\b|received\b|heard\b){{Done}})|should'?ve[ ](?!been[ ](?:paged|told)){{Done}}|ought[ ]to[ ]have|could[ ]have[ ](?:prevented|avoided|caught|stopped|noticed|checked)|messed[ ](?:up|it|this)|screwe?d[ ](?:up|it|this)|fucked[ ](?:up|it|this)|broke[ ](?!(?:it[ ]|the[ ]\w+[ ])?(?:down|up)\b|out|off|even|the[ ](?:problem|task|work|change)\b)|forgot|failed[ ](?:you|us|everyone|everybody|the[ ]team|to[ ](?:check|notice|test|see|read|think|follow|tell|escalate|verify))|caused[ ](?:the|this|that|an?|all|it|so)\b|stupidly|carelessly|foolishly|blew[ ]it|botched|dropped[ ]the[ ]ball|let[ ](?:you|everyone|everybody|the[ ]team|us)[ ](?:all[ ])?down|made[ ](?:an?|the|that|this)[ ](?:\w+[ ]){0,3}?(?:mistake|error|blunder)|was(?:n'?t|[ ]not)[ ](?:careful|paying|thinking|attentive)|did(?:n'?t|[ ]not)[ ](?:pay[ ]attention|think|bother|check|double[- ]?check|test|read|notice)|fat-?fingered|brought[ ](?:it|prod\w*|the[ ]\w+)[ ]down|took[ ](?:prod\w*|the[ ](?:site|service|db|database))[ ]down|ruined|nuked|blame[ ]myself|panicked|slept[ ]through|have[ ]no[ ]excuse|feel[ ](?:terrible|awful|so[ ]bad)[ ]about)
          # feel free to blame me
        | \bblame[ ](?:it[ ]on[ ])?me\b
          # it's on me, I didn't check the diff
        | \b(?:it'?s|it[ ]was|this[ ]is|that'?s|this[ ]was)[ ](?:all[ ]|entirely[ ]|totally[ ])?on[ ]me\b(?![ ]to)
          # stupid me
        | \b(?:stupid|silly|shame[ ]on|dumb)[ ]me\b
          # mea culpa
        | \bmea[ ]culpa\b
          # I take full responsibility for this outage
        | \uE001[ ]take[ ](?:full[ ]|all[ ]|the[ ]|complete[ ])+(?:blame|responsibility)(?![ ]for[ ]the[ ](?:follow|ticket|item|action))
          # how could I miss that
        | \bhow[ ]could[ ]\uE001[ ](?:be|not|miss|forget)
          # sorry i broke it
        | \bsorry[^.\n]{0,30}[ ]\uE001[ ](?:broke|messed|screwed|forgot|should)
          # sorry everyone, that was all me
        | \b(?:it|that|this)(?:'s|[ ]was|[ ]is)[ ](?:all|entirely|totally|just|only)[ ]me(?=[ ]*(?:[.,;!\n]|$))
          # it's all because I didn't double check
        | \ball[ ]{{Because}}[ ](?:of[ ]me\b|\uE001[ ])
          # we screwed up
        | \bwe[ ](?:all[ ]|really[ ]|clearly[ ]|just[ ])?(?:screwed[ ]up|messed[ ]up|fucked[ ]up|botched|dropped[ ]the[ ]ball|were[ ](?:\w+ly[ ]|so[ ]|too[ ]|just[ ])?(?:careless|stupid|lazy|sloppy|negligent|reckless|idiots|dumb|complacent|foolish))\b
          # we must not be so careless again
        | \b(?:must|should|can)[ ]not[ ]be[ ]so[ ](?:careless|stupid|lazy|sloppy|negligent|reckless)
          # I was the one who deleted it, sorry
        | \uE001[ ](?:was|am)[ ]the[ ](?:one|idiot|guy|person)[ ](?:who|that)[ ](?:\w+ly[ ])?(?:deleted|broke|dropped|pushed|ran|wiped|forgot|missed|merged|deployed|caused|did)\b
          # my fault, I pushed the wrong tag
        | \uE001[ ](?:pressed|clicked|typed|deleted|dropped|pushed|deployed|wiped)[ ](?:in[ ]|on[ ])?the[ ]wrong\b
          # I can't believe I did that
        | \bcan(?:'?t|not)[ ]believe[ ]\uE001[ ](?:did|broke|missed|forgot|pushed|deleted|was)
          # this one's on me
        | \b(?:this|that)[ ]one(?:'s|[ ]is|[ ]was)[ ](?:all[ ])?on[ ]me\b
          # I was too slow
        | \uE001[ ](?:was|am)[ ](?:just[ ]|way[ ]|far[ ]|simply[ ])?too[ ](?:slow|late|stupid|lazy|careless|hasty)(?=[ ]*(?:[.,!\n]|$)|[ ]to[ ])
        """, Options)]
    private static partial Regex Pattern();
}
