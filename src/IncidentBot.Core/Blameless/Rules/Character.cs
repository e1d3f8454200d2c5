using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Judges a person, or what they did by what they are like: "the reviewer was lazy", "a stupid mistake".</summary>
internal static partial class Character
{
    public static BlamelessRule Rule { get; } = new("character",
        "It judges a person. What they saw and knew made sense to them then, and that is what we can change.",
        "“The dashboard showed nothing unusual at that time, so the step looked safe.”",
        Pattern());

    private const string Very = """(?:(?:so|such|very|too|really|just|simply|extremely|pretty|a[ ]bit|rather|quite|being|been|clearly|obviously|completely|totally|utterly|plain|fucking|bloody|damn|way[ ]too|a|an|the|absolute|complete|total|all)[ ]){0,3}""";

    /// <summary>Said of people alone.</summary>
    private const string Lacking = """(?:careless?|careles|sloppy|lazy|incompetent|stupid(?!ly)|idiots?\b|idiotic|negligent|reckless|clueless|irresponsible|inattentive|unprofessional|morons?\b|foolish|fools?\b|clowns?\b|thoughtless|amateurs?\b|amateurish|cowboys?\b|asleep[ ]at[ ]the[ ]wheel|arrogant|overconfident|incapable|unqualified|underqualified|ignorant|childish|oblivious|hot-?headed|stubborn|pathetic|a[ ]disgrace|a[ ]liability|a[ ]joke|dumb\b|dense\b|daft\b)""";

    private const string Bad = """(?:careles+|sloppy|lazy|incompetent|stupid|idiotic|negligent|reckless|dumb|silly|foolish|thoughtless|amateurish|amateur|rookie|noob|n00b|newbie|kindergarten|clumsy|irresponsible|boneheaded|embarrassing|unforgivable|inexcusable|unprofessional|beginner'?s?|avoidable[ ]human|schoolboy|braindead|brain-dead|shoddy|half-?assed)""";

    [GeneratedRegex($$"""
          # ana got lazy
          {{Whom}}(?:'re|'s)?{{So}},?[ ](?:(?:is|was|were|are|has[ ]been|had[ ]been|being|got|must[ ]be|must[ ]have[ ]been)[ ])?{{Very}}{{Lacking}}(?![ ](?:load|init|evaluat|terminal|proxy|question|quorum|script|retry|config))
          # Ana is too junior to run a failover
        | \uE000{{So}},?[ ](?:is|was|were|are|has[ ]been|had[ ]been)[ ]{{Very}}(?:useless|hopeless|worthless|out[ ]of[ ](?:his|her|their|\uE000)[ ]depth|in[ ]over[ ](?:his|her|their)[ ]head|impatient|inexperienced|not[ ]paying[ ]attention|not[ ]careful|not[ ]competent|not[ ](?:smart|good|senior|experienced|qualified|careful)[ ]enough|not[ ]up[ ]to[ ]|not[ ]fit[ ](?:for|to)|distracted(?![ ]by)|panicking|panicky|bad[ ]at|terrible[ ]at|junior[ ]to|(?:half[ ])?drunk|hungover|on[ ](?:his|her|their)[ ]phone(?=[ ]*(?:[.,!\n]|$)|[ ](?:while|during|when|instead))|playing[ ]games|daydreaming|slacking)
          # Ana can't follow a simple checklist
        | {{Whom}}{{So}}[ ]can(?:'?t|not)[ ](?:even[ ])?(?:be[ ]trusted|follow[ ](?:a|the|simple|basic)|read[ ](?:a[ ]|the[ ])?(?:graph|runbook|docs?|dashboard|manual)|be[ ]bothered|handle[ ](?:a|the|on-?call|pressure)|do[ ]anything[ ]right|code\b)
          # he didnt care
        | {{Whom}}{{So}}[ ](?:could(?:n'?t|[ ]not)[ ](?:care[ ]less|be[ ]bothered)|{{DidNot}}[ ](?:even[ ]|really[ ])?(?:care\b|give[ ]a[ ])|ha[sd][ ]no[ ](?:business|discipline|common[ ]sense|respect)|lacks?[ ](?:the[ ])?(?:skills?|discipline|care|common[ ]sense|basic|experience|competence|judge?ment)|knows[ ]nothing[ ]about|thinks?[ ](?:he|she|they|\uE000)(?:'s|'re|[ ]is|[ ]are)[ ]above)
          # the dev who wrote this should be ashamed
        | \b(?:should|ought[ ]to|must)[ ]be[ ](?:deeply[ ])?ashamed|\bshame[ ]on[ ](?:\uE000|you|them|whoever)|\b(?:disappoint(?:ed|ing)[ ](?:in|by|with)[ ]\uE000)
          # noob mistake
        | \b{{Bad}}[ ](?:(?:little|human|config(?:uration)?|typing|operator|copy-paste|engineering|deployment|beginner)[ ])?(?:mistakes?|errors?|oversight|slip|blunder|move|behaviou?r|engineers?|devs?|developers?|people|person|reviewers?|reviewing|operators?|admins?|colleagues?|\uE000|handling[ ]by|typo[ ]by|deploys?[ ](?:by|from|work)|work[ ](?:by|of|from)|(?:thing|decision|idea)[ ](?:of|by|from)[ ]\uE000)
          # Ben was careless with the flag
        | \uE000'?s?[ ](?:\w+[ ])?{{Bad}}[ ][a-z]
          # Mark's sloppy handover left us blind
        | \b(?:sloppy|shoddy|half-?assed|careless)[ ](?:work|coding|code[ ]review|reviews?|testing|terraform|yaml|rollout|handover|deployment|config(?:uration)?[ ]work|engineering)\b
          # my stupidity
        | \b(?:carelessness|sloppiness|laziness|incompetence|negligence|recklessness|stupidity|cluelessness|complacency)\b
          # they recklessly deployed on a Friday
        | \b(?:carelessly|recklessly|stupidly|foolishly|negligently|thoughtlessly|incompetently)[ ][a-z]+ed\b
          # what an idiot
        | \b(?:idiots?|morons?|imbeciles?|dumbass(?:es)?|muppets?(?=[ ](?:who|that|in|at|from)))\b(?!-)
          # what a real amateur
        | \b(?:total|complete|typical|real|bloody)[ ](?:rookies?|amateurs?|cowboys?|clowns?)
          # amateur hour at its best
        | \b(?:amateur[ ]hour|clown[ ]show)\b
          # this was a cowboy deploy
        | \bcowboy[ ](?:deploy|engineer|change|behaviou?r|attitude|coding)
          # they were too lazy to write a rollback plan
        | \btoo[ ](?:lazy|careless|arrogant|stupid|proud|dumb)[ ]to\b
          # any competent engineer would have seen it
        | \bany[ ](?:competent|half-decent|decent|sane|reasonable)[ ](?:engineer|developer|dev|person|admin|sre|operator|reviewer|team)
          # a child could have seen the risk
        | \b(?:a|any)[ ](?:child|five[ -]year[ -]old|monkey|trained[ ]monkey)[ ](?:could|would|can)\b
          # lack of attention during the rollout
        | \black[ ]of[ ](?:care|attention|discipline|diligence|common[ ]sense|competence|professionalism|effort)\b
          # nobody bothered to look at the dashboard, plain laziness
        | \b(?:plain|sheer|pure|simple|utter)[ ](?:laziness|ignorance|arrogance|panic|carelessness)\b
          # Mark couldn't be bothered to update the ticket
        | \b(?:could(?:n'?t|[ ]not))[ ]be[ ]bothered
          # it was left open out of laziness
        | \bout[ ]of[ ](?:laziness|ignorance|arrogance|carelessness)
          # ana wasnt careful
        | \uE000{{So}},?[ ](?:is|was|were|are)(?:n'?t|[ ]not)[ ](?:\w+ly[ ])?(?:qualified|competent|capable|focused|focussed|careful|trustworthy|reliable|a[ ]team[ ]player|professional|concentrating|smart|serious|diligent)\b
          # support was sleeping
        | \uE000{{So}}[ ](?:is|was|were|are)[ ](?:\w+ly[ ])?(?:too[ ](?:junior|inexperienced|green|slow|lazy|clumsy|timid)|unreliable|untrustworthy|sleeping|slow(?=[ ]*(?:[.,!\n]|$)|[ ](?:to[ ]|again|as))|sluggish|difficult[ ]to[ ]work|bad[ ]at)
          # he shouldn't be on call if he can't handle it
        | \uE000{{So}}[ ]can(?:'?t|not)[ ]handle[ ](?:it|that|this|pressure|stress|on-?call|the[ ](?:job|role|pressure))
          # Ben only had to press one button and he couldn't manage that
        | \uE000{{So}}[ ]could(?:n'?t|[ ]not)[ ]manage[ ](?:that|this|it|even)\b
          # Ana thought she knew better than the runbook
        | \uE000{{So}}[ ](?:thinks?|thought|believes?|believed)[ ](?:that[ ])?(?:\uE000|they)[ ](?:knew|knows?|is|was|are|were)[ ](?:better|smarter|above|best)
          # poor decision making by the commander
        | \b(?:poor|bad|terrible|questionable|awful|negligent|careless|sloppy)[ ](?:judge?ment|decisions?(?:[- ]making)?|planning|handling|coordination|communication|preparation|choices?|work|leadership|discipline|attitude)[^.;\n]{0,30}[ ](?:by|of|from|on[ ]the[ ]part[ ]of)[ ]\uE000
          # Operator misjudgement during the cutover
        | \b(?:inattention|inattentiveness|thoughtlessness|misjudge?ment|mismanagement|unprofessionalism)\b
          # Ben acted recklessly
        | \uE000[ ]acted[ ](?:\w+ly[ ])?(?:recklessly|carelessly|irresponsibly|negligently|unprofessionally|foolishly|alone|without|against|like)\b
          # overconfidence of the team lead
        | \b(?:inexperience|overconfidence|ignorance|arrogance|indecision|hesitation|slowness|inaction|passivity|recklessness|ego|impatience|panic)[ ](?:of|by|on[ ]the[ ]part[ ]of)[ ]\uE000
          # Ben's laziness
        | \uE000's[ ](?:\w+[ ])?(?:inexperience|overconfidence|ignorance|arrogance|indecision|hesitation|slowness|inaction|passivity|ego|impatience|attitude|laziness)\b
          # Ben was too confident
        | \uE000{{So}}[ ](?:is|was|were|are)[ ](?:too|over|far[ ]too|way[ ]too)[ -]?confident
          # he must have been drunk
        | \uE000{{So}}[ ]must[ ]have[ ]been[ ](?:\w+ly[ ])?(?:asleep|sleeping|drunk|high|blind|dreaming|half|stoned)
          # ana is a walking outage
        | \uE000[ ](?:is|was)[ ]a[ ]walking[ ]
          # Ana has no idea how dns works
        | \uE000{{So}}[ ](?:has|have)[ ]no[ ]idea[ ](?:how[ ](?:[\w-]+[ ]){1,4}works?|how[ ]to|about)\b
          # Ben doesn't know the first thing about tls
        | \uE000{{So}}[ ](?:does(?:n'?t|[ ]not)|did(?:n'?t|[ ]not))[ ](?:even[ ])?know[ ](?:the[ ](?:first[ ]thing|basics|difference)|how[ ]to[ ](?:use|read|write|do)|what[ ](?:\uE000|they)[ ](?:is|was|were|are))\b
          # Ben, learn to read a diff
        | (?:\uE000|\byou),?[ ](?:please[ ])?(?:just[ ])?(?:should[ ]|must[ ]|need[ ]to[ ]|needs[ ]to[ ])?learn[ ](?:how[ ])?to[ ](?:read|code|test|think|type|listen|spell|use|work)\b
          # The whole thing could have been avoided by a more experienced engineer
        | \b(?:avoided|prevented|caught|stopped|seen)[ ]by[ ](?:a|an|any)[ ](?:more[ ]|better[ ])?(?:experienced|competent|careful|attentive|senior|good|better|real|proper|decent)\b
          # a competent team would have caught it
        | \b(?:a|an|any)[ ](?:more[ ]|half-)?(?:experienced|competent|careful|attentive|good|better|real|proper|decent|normal|sane)[ ](?:\w+[ ])?(?:engineer|developer|dev|admin|dba|sre|operator|reviewer|commander|person|team|lead)[ ](?:would|could|might)(?:[ ]have|'ve|n't)
          # anyone with half a brain would have rolled back
        | \b(?:any(?:one|body)|people|somebody)[ ]with[ ](?:half[ ]a|a|any|some|basic|two)[ ](?:brain|brains|eyes|sense|common[ ]sense|basic[ ]\w+|knowledge|clue)
          # a stupid mistake by the on-call
        | \b{{Bad}}[ ](?:\w+[ ]){1,3}by[ ]\uE000(?!'s)
          # what a stupid thing to do
        | \b(?:stupid|dumb|idiotic|silly|careless|reckless|foolish)[ ]thing[ ]to[ ](?:do|say|try|run)\b
          # this is the dumbest outage I've ever seen, thanks mark
        | \b(?:dumbest|stupidest|laziest|sloppiest)[ ](?:outage|thing|mistake|change|deploy|idea|incident|code|person|team)\b
          # how did this pass review? was the reviewer asleep?
        | \b(?:was|were|are|is)[ ](?:\uE000|you|they)[ ](?:even[ ])?(?:asleep|sleeping|drunk|blind|stupid|insane|mad|awake|looking)\b[^.\n]{0,20}\?
          # Ben thinks rules don't apply to him
        | \brules[ ](?:do(?:n'?t|[ ]not)|never)[ ]apply[ ]to[ ]\uE000
          # the problem was ben's lack of experience
        | \uE000's[ ](?:complete[ ]|total[ ]|utter[ ])?lack[ ]of[ ](?!access|permission|sleep|time|tool|information|visibility|rights|context|documentation|staff)[a-z]+
          # cheap contractors
        | \b(?:cheap|clueless|lazy|stupid|incompetent|overpaid|useless)[ ](?:contractors?|engineers?|devs|developers?|consultants?|interns?|admins?|people|operators?|managers?)\b
        """, Options)]
    private static partial Regex Pattern();
}
