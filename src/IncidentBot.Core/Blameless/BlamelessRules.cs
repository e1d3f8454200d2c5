using System.Text.RegularExpressions;

namespace IncidentBot.Core.Blameless;

/// <summary>All rules, the gravest first: of several that find something, the first one speaks.</summary>
internal static partial class BlamelessRules
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace;

    // \uE000 is somebody, \uE001 the writer. A: what may stand between a person and what they did.
    private const string A = "(?:[ ](?:[\\w-]+ly|then|just|also|again|once|even|still|almost|at[ ]least|had|has|have|(?:is[ ]|was[ ])?(?:the[ ]one[ ])?who)){0,3}";

    /// <summary>A past participle.</summary>
    private const string Done = "(?:[a-z]+(?:ed|en|wn|ght|pt|ft|nt|ld)|run|put|set|read|made|done|gone|said|paid|understood|begun|come|stood)\\b";

    public static IReadOnlyList<BlamelessRule> All { get; } =
    [
        new("fault", "When people look for whose fault it is, they stop telling what they saw, and the trap stays.", "“What made this possible, and what would have stopped it?”", Fault()),
        new("punishment", "Where people fear for themselves, the next incident is hidden longer.", "“What would make this safe for anybody to do?”", Punishment()) ,
        new("character", "It judges a person. What they saw and knew made sense to them then, and that is what we can change.", "“The dashboard showed nothing unusual at that time, so the step looked safe.”", Character()),
        new("person-broke-it", "It puts a person where the cause stands. The next person will meet the same trap.", "“Deploy 4711 removed the index, and nothing in the pipeline checks for that.”", Broke()),
        new("person-mistake", "A slip is where the story begins, not where it ends: what made it easy to make?", "“The two commands look alike, and the tool asks no question before it deletes.”", Mistake()),
        new("should-have", "With hindsight it looks plain; at that moment it was not. It tells what did not happen and not why.", "“The alert did not say which region, so the first look went elsewhere.”", ShouldHave()),
        new("if-only", "What somebody might have done is a guess. What happened, and why it made sense, can be learned from.", "“The check was not part of the steps, so it was not made.”", IfOnly()),
        new("forgot", "Anybody forgets under load. What reminded them, or what could?", "“The step stands in a wiki page and nothing asks for it during the rollout.”", Forgot()),
        new("failed-to", "It names a person's lapse. What they knew, and what stood in the way, says more.", "“The page came at 03:10 and was lost among forty others.”", FailedTo()),
        new("who-did", "Asking who makes people careful with what they tell. Asking what and how does not.", "“How did the change reach production?”", WhoDid()),
        new("human-error", "It ends the search one step too early: what made the error easy, and what let it through?", "“The form accepts an empty list and applies it to every host.”", HumanError()),
        new("try-harder", "Care runs out on a bad night. A guard, a check or a better tool does not.", "“The deploy tool refuses to run against production without a second look.”", TryHarder()),
        new("self-blame", "That is honest of you, and you are not the cause. What made it easy to happen to you would catch others too.", "“The prompt for staging and production looks the same, so I ran it in the wrong one.”", SelfBlame()),
    ];

    [GeneratedRegex($@"
          \bwho(?:se|'s)[ ](?:is[ ]|was[ ]the[ ])?(?:fault|mistake|to[ ]blame)
        | \bwho(?:[ ]is|[ ]was|'s)[ ](?:actually[ ]|really[ ])?(?:to[ ]blame|at[ ]fault|guilty|the[ ]culprit|responsible[ ]for[ ](?:this|the|that)[ ](?:mess|outage|incident|disaster|bug|failure|breakage))
        | \uE000'?s?[ ](?:own[ ])?(?:fault|bad(?=[.,!]|$))
        | \uE000{A}[ ](?:is|was|are|were)[ ](?:\w+ly[ ])?(?:to[ ]blame|at[ ]fault|guilty|the[ ](?:culprit|guilty)|the[ ]cause\b|responsible[ ]for[ ](?:this|the|that)[ ](?:mess|outage|downtime|disaster|failure|breakage))
        | \b(?:blame|blamed|blaming)[ ](?:it[ ]on[ ]|this[ ]on[ ]|that[ ]on[ ])?\uE000
        | \b(?:blame|fault)[ ](?:lies|lay|is|sits|rests|falls|goes)[ ](?:squarely[ ]|entirely[ ]|clearly[ ]|mostly[ ])?(?:with|on|to)[ ](?:\uE000|them\b|their\b|the[ ]people\b)
        | \b(?:their|your|his|her)[ ](?:own[ ])?fault\b
        | \ball[ ](?:on[ ]|because[ ]of[ ])\uE000
        | \bon[ ]\uE000[ ]for[ ]not\b
        | \b(?:point|pointing)[ ](?:the|a)[ ]finger[ ]at[ ]\uE000
        | \bfind[ ]the[ ](?:guilty|culprit)
        | \bthe[ ]culprit[ ](?:is|was)[ ]\uE000", Options)]
    private static partial Regex Fault();

    [GeneratedRegex($@"
          \b(?:fire|sack|discipline|punish|reprimand|demote|suspend)[ ]\uE000
        | \uE000{A}[ ](?:should|must|needs[ ]to|ought[ ]to|has[ ]to|will)[ ](?:be|get)[ ](?:fired|sacked|disciplined|punished|reprimanded|demoted|written[ ]up|held[ ](?:to[ ]account|accountable|responsible)|let[ ]go|taken[ ]off)
        | \bheads?[ ](?:will|must|should|need[ ]to)[ ]roll
        | \bname[ ]and[ ]shame
        | \b(?:hold|make)[ ]\uE000[ ](?:accountable|responsible|pay)
        | \b(?:disciplinary|formal[ ]warning|written[ ]warning)[ ](?:action|measures|talk|hearing|for|to)\b
        | \bconsequences[ ]for[ ]\uE000
        | \btake[ ](?:away[ ])?(?:\uE000|his|her)(?:'s)?[ ](?:prod(?:uction)?[ ])?(?:access|rights|permissions)[ ]away
        | \brevoke[ ]\uE000's[ ](?:prod|access|rights|permissions)", Options)]
    private static partial Regex Punishment();

    [GeneratedRegex($@"
          \uE000{A}(?:,)?[ ](?:is|was|were|are|has[ ]been|had[ ]been|being|got)[ ](?:(?:so|very|too|really|just|simply|extremely|pretty|a[ ]bit|rather|quite|being|been|clearly|obviously|completely|totally)[ ]){{0,2}}(?:careless|sloppy|lazy|incompetent|stupid|an?[ ]idiot|negligent|reckless|dumb|clueless|irresponsible|inattentive|unprofessional|a[ ]moron|useless|hopeless|asleep[ ]at[ ]the[ ]wheel|out[ ]of[ ](?:his|her|their)[ ]depth|overconfident|arrogant|impatient|inexperienced|unqualified|not[ ]paying[ ]attention|not[ ]careful|not[ ]competent|distracted|panicking|a[ ]cowboy)
        | \b(?:careless|sloppy|lazy|incompetent|stupid|idiotic|negligent|reckless|dumb|silly|foolish|thoughtless|amateurish|amateur|rookie|clumsy|irresponsible|boneheaded|embarrassing|unforgivable|inexcusable|unprofessional|beginner's|avoidable[ ]human)[ ](?:(?:little|human|config(?:uration)?|typing|operator|copy-paste|engineering|deployment|beginner)[ ])?(?:mistakes?|errors?|oversight|slip|blunder|move|behaviou?r|engineers?|devs?|developers?|people|person|work[ ](?:by|of)|reviewers?|reviewing|operators?|admins?|colleagues?|\uE000|handling[ ]by|typo[ ]by)
        | \b(?:carelessness|sloppiness|laziness|incompetence|negligence|recklessness|stupidity|cluelessness|complacency)\b
        | \b(?:carelessly|recklessly|stupidly|foolishly|negligently|thoughtlessly|incompetently)[ ][a-z]+ed\b
        | \bidiots?\b(?!-)
        | \bmorons?\b
        | \b(?:total|complete|typical|real)[ ](?:rookie|amateurs?|cowboys?|clown)
        | \bcowboy[ ](?:deploy|engineer|change|behaviou?r|attitude)
        | \bany[ ](?:competent|half-decent|decent|sane|reasonable)[ ](?:engineer|developer|dev|person|admin|sre|operator|reviewer)
        | \black[ ]of[ ](?:care|attention|discipline|diligence|common[ ]sense|competence|professionalism|effort)\b
        | \bwhat[ ](?:was|were)[ ](?:\uE000|they|you)[ ]thinking
        | \b(?:couldn't|could[ ]not)[ ]be[ ]bothered", Options)]
    private static partial Regex Character();

    [GeneratedRegex($@"
          \uE000{A}[ ](?:broke(?!n)(?![ ](?:it[ ]down|down|the[ ](?:problem|task|work|news|silence|tie|ice|issue|change)\b|up[ ]the|into|out|free|off))|broken[ ]|caused|triggered[ ](?:the|this|an?)[ ](?:outage|incident|failure|crash|downtime)|crashed|killed[ ](?:prod(?:uction)?|the[ ](?:site|service|database|db|cluster|app|checkout|api|website))|(?:took|brought|knocked)[ ]down[ ](?:prod(?:uction)?|everything|us|the[ ](?:whole[ ]|entire[ ]|main[ ])?(?:site|service|database|db|cluster|app|checkout|api|website|platform|system|network))|(?:took|brought|knocked)[ ](?:prod(?:uction)?|everything|us|the[ ][\w ]{{2,24}})[ ](?:down|offline)\b|messed[ ](?:up|with|everything|it)|screwed[ ](?:up|us|everything|this|it|the)|botched|bungled|fumbled|ruined|wrecked|trashed|nuked|borked|bricked|destroyed|blew[ ]up[ ](?:prod|the|everything)|dropped[ ]the[ ]ball|let[ ](?:us|the[ ]team|everybody|everyone|customers)[ ]down|cost[ ]us|made[ ](?:a[ ]mess|it[ ]worse|things[ ]worse|everything[ ]worse)|got[ ]us[ ]into)
        | \b(?:caused|broken|created|introduced|triggered|messed[ ]up|screwed[ ]up|botched|crashed)[ ](?:entirely[ ]|solely[ ]|single-handedly[ ])?by[ ]\uE000(?!'s[ ](?:deploy|change|pr|commit|branch|laptop|script|service)\b)
        | \b(?:because|due)[ ](?:of|to)[ ]\uE000(?!'s|[ ](?:being[ ]|was[ ])?(?:on[ ](?:leave|holiday|vacation|a)|ill|sick|away|having|not[ ]having|out[ ]of))(?=[ ]*(?:[.,;!?\n]|$|not\b|and\b|we\b|who\b))
        | \bthanks[ ]to[ ]\uE000[ ](?:the|we|our|prod|everything)[ ][^.\n]{{0,40}}\b(?:down|broke|broken|failed|lost|crashed)", Options)]
    private static partial Regex Broke();

    [GeneratedRegex($@"
          \uE000{A}[ ](?:accidentally|mistakenly|wrongly|unthinkingly|blindly|inadvertently|erroneously|incorrectly|unwisely|hastily)[ ]\w+
        | \uE000{A}[ ](?:made|makes|committed)[ ](?:an?|the|another|several|some|this|that|yet[ ]another|two|many)[ ](?:\w+[ ]){{0,3}}(?:mistakes?|errors?|blunders?|slip|typo)
        | \uE000's[ ](?:\w+[ ]){{0,2}}(?:mistakes?|errors?(?![ ](?:log|message|rate|handler|budget))|blunders?|oversight|failure[ ]to|inability[ ]to|typo|slip|screw-?up|incompetence|neglect|sloppy|stupid|bad[ ](?:judge?ment|decision|call))\b
        | \uE000{A}[ ](?:fat-?fingered|mistyped|misread|misconfigured|misjudged|mishandled|overreacted|panicked|guessed[ ]wrong|got[ ](?:it|this|that)[ ]wrong|chose[ ](?:badly|poorly)|jumped[ ]the[ ]gun|went[ ]rogue|cut[ ]corners|took[ ](?:a[ ])?shortcuts?|rushed[ ](?:it|this|the|out)|wasted[ ])
        | \uE000{A}[ ][a-z]+(?:ed|t|n|an|ew|ut|oke|ote)\b[^.;\n]{{0,60}}[ ](?:by[ ](?:mistake|accident)|without[ ](?:thinking|checking|testing|asking|reading|looking|bothering|telling[ ]any(?:one|body)|even\b))
        | \b(?:due[ ]to|because[ ]of)[ ](?:an?[ ]|the[ ])?(?:mistake|error|blunder|oversight|lapse)[ ](?:by|of|from|made[ ]by)[ ]\uE000", Options)]
    private static partial Regex Mistake();

    [GeneratedRegex($@"
          (?:\uE000|\b[Yy]ou){A}(?:,[ ][^,\n]{{1,40}},)?[ ](?:should|could|ought[ ]to|needed[ ]to|was[ ]supposed[ ]to|were[ ]supposed[ ]to|should(?:n't|[ ]not|[ ]never)|could(?:n't|[ ]not)(?=[ ]have[ ](?:bothered|cared|been[ ]bothered)))(?:[ ](?:[a-z]+ly|just|at[ ]least|also|never|well|first|still|not))*(?:[ ]have|[ ]of|'ve)(?:[ ](?:[a-z]+ly|just|at[ ]least|also|never|first|already|then))*[ ](?:been[ ](?:\w+[ ])?(?:careful|attentive|aware|paying|watching|checking|monitoring|looking|prepared|quicker|faster|awake)|(?!been\b|had\b|gotten\b|got\b|received\b|heard\b|lost\b|needed\b|allowed\b|seen[ ](?:the[ ](?:graph|look|face)|it[ ]coming[ ]down)){Done})
        | \bshould(?:'ve|[ ]have|[ ]of)[ ]known[ ]better
        | \b(?:nobody|no[ ]one|none[ ]of[ ]them)[ ](?:bothered|cared)[ ]
        | \b\uE000{A}[ ](?:should|was[ ]supposed[ ]to)[ ](?:know[ ]better|do[ ](?:his|her|their)[ ]job)
        | \uE000{A}[ ]was[ ](?:supposed|meant|told)[ ]to[ ][a-z]+[^.\n]{{0,60}}\b(?:but|and)[ ](?:didn't|did[ ]not|never|forgot)", Options)]
    private static partial Regex ShouldHave();

    [GeneratedRegex($@"
          \bif[ ](?:only[ ])?\uE000[ ](?:had|hadn't|would[ ]have|would|could[ ]have|did)(?:[ ](?:not|only|just|simply|at[ ]least|actually|ever|even|bothered[ ]to|never))*[ ](?!access|permission|an?\b|the\b)[a-z]+
        | \bhad[ ]\uE000[ ](?:not[ ]|only[ ]|just[ ]|simply[ ]|bothered[ ]to[ ])?(?:checked|tested|noticed|read|looked|asked|followed|waited|listened|known|paid|reviewed|verified|done|told|spoken|escalated|reacted|bothered|[a-z]+ed)\b
        | \bhow[ ](?:could|can|did)[ ](?:\uE000|anyone|anybody|they)[ ](?:possibly[ ]|even[ ])?(?:not|miss|be[ ]so|let|think|forget|approve|overlook|deploy)
        | \bhow[ ]did[ ](?:nobody|no[ ]one|no-one)[ ]
        | \bwhy[ ](?:didn't|on[ ]earth[ ]did|couldn't|wasn't)[ ](?:\uE000|anyone|anybody|they|you)[ ](?:not[ ]|just[ ]|even[ ])?(?!get\b|have\b|receive\b|see[ ]the[ ]alert)[a-z]+
        | \b(?:anyone|anybody)[ ](?:could|should|would)(?:[ ]have|'ve)[ ](?:seen|known|noticed|spotted|caught|told)", Options)]
    private static partial Regex IfOnly();

    [GeneratedRegex($@"
          (?:\uE000|\b[Yy]ou|\b[Tt]hey|\b[Ww]e[ ]all){A}[ ](?:forgot|forgets|forgotten|had[ ]forgotten|has[ ]forgotten|keeps?[ ]forgetting|neglected|omitted[ ]to|didn't[ ]remember|did[ ]not[ ]remember|didn't[ ]bother|did[ ]not[ ]bother|never[ ]bothered)\b
        | \bforgotten[ ]by[ ]\uE000
        | (?<=^|[.;\n-][ ]?)(?:(?!it|we|that|this|which|nothing|nobody|cron|and|but)[\w@-]{{2,20}}[ ])?(?:forgot|neglected)[ ]to[ ](?:tell|check|test|run|add|update|renew|escalate|notify|read|set|enable|disable|remove|roll|merge|push|deploy|restart|page|write|include|review|inform|verify|revert|look|do|call|ask|turn|switch|rotate|raise|follow|document)\b", Options)]
    private static partial Regex Forgot();

    [GeneratedRegex($@"
          \uE000{A}[ ](?:failed[ ]to[ ](?!reach|connect|log|login|reproduce|get|join|access|ssh|find|open|load|start|reconcile)[a-z]+|ignored[ ](?!by)|disregarded|overlooked|dismissed[ ](?:the|an?|all|every|our|my)|missed[ ](?:the|an?|all|every|it|this|that|several|obvious|what|how|something)[ ]?|skipped[ ](?:the|a|all|over|testing|review|every|this|staging|canary|his|her)|bypassed[ ](?:the|all|review|every)|(?:didn't|did[ ]not|doesn't|never|hasn't|hadn't)[ ](?:even[ ]|really[ ]|properly[ ]|actually[ ]|ever[ ]|fully[ ]|once[ ]|carefully[ ]|thoroughly[ ])*(?:check(?:ed)?|test(?:ed)?|read|notice[d]?|look(?:ed)?|verif(?:y|ied)|follow(?:ed)?|think|thought|pay|paid|care[d]?|ask(?:ed)?|review(?:ed)?|escalate[d]?|respond(?:ed)?|react(?:ed)?|understand|understood|realise[d]?|realize[d]?|listen(?:ed)?|tell|told|communicate[d]?|inform(?:ed)?|do[ ](?:his|her|their|the)|did[ ](?:his|her|their|the)|document(?:ed)?|announce[d]?|double-check(?:ed)?|validate[d]?|watch(?:ed)?|monitor(?:ed)?|answer(?:ed)?|pick(?:ed)?[ ]up|acknowledge[d]?|know[ ](?:what|how)|bother(?:ed)?)\b|(?:wasn't|was[ ]not|isn't)[ ](?:really[ ]|even[ ])?(?:paying|careful|watching|looking|listening|doing|thinking|attentive)|slept[ ]through|(?:was|were)[ ]asleep(?![ ]because)|(?:was|were)[ ]too[ ](?:slow|late|busy|lazy|careless|hasty|quick|eager|inexperienced|junior|proud|stubborn)|took[ ](?:far[ ]|way[ ]|much[ ])?too[ ]long|had[ ]no[ ](?:idea|clue)|has[ ]no[ ](?:idea|clue)|refused[ ]to|wasted)", Options)]
    private static partial Regex FailedTo();

    [GeneratedRegex(@"
          \bwho[ ](?:the[ ]hell[ ]|on[ ]earth[ ]|actually[ ])?(?:broke(?!n)|caused|screwed|messed|botched|forgot|let[ ]this|killed[ ]prod|is[ ]responsible[ ]for[ ](?:this|breaking)|did[ ]this|allowed[ ]this|approved[ ]this[ ](?:mess|garbage|crap|nonsense)|wrote[ ]this[ ](?:mess|garbage|crap|nonsense)|dropped[ ]the[ ]ball|failed[ ]to)
        | \bfind[ ]out[ ]who[ ](?:broke|caused|did|pushed|approved|deployed|merged)
        | \bsomebody's[ ](?:fault|mistake)", Options)]
    private static partial Regex WhoDid();

    [GeneratedRegex(@"
          (?<!\w)(?:human|operator|pilot|manual|engineer|developer|admin|(?<=(?:was|is|be|just|of|to|pure|simple|a|cause:)[ ])user)[ -]?(?:error|mistake|oversight|human[ ]failure)s?\b(?![ ]?(?:rates?|logs?|messages?|codes?|pages?|handl\w*|report\w*|count\w*|budget|track\w*|volume|metric\w*|display\w*|dialog\w*|class|type|response\w*|is[ ](?:never|not|only|just|a[ ]symptom|the[ ]beginning|where|no[ ]|an?[ ](?:effect|symptom))|are[ ](?:never|not|symptoms)|isn't|was[ ]not|wasn't|as[ ]a[ ](?:symptom|starting)|in[ ]the[ ](?:ui|log|form)|s[ ]\())
        | \bPEBKAC\b
        | \bPICNIC[ ]error
        | \blayer[ ]8[ ](?:problem|issue|error)
        | \bID-?10-?T\b
        | \bfat-?finger(?:ed|ing|s)?\b
        | \berror[ ]by[ ]the[ ]operator
        | \bthe[ ]human[ ]factor[ ]failed
        | \bjust[ ]a[ ]human[ ]slip", Options)]
    private static partial Regex HumanError();

    [GeneratedRegex($@"
          \b(?:be|being|is|are|become|get)[ ](?:much[ ]|far[ ]|a[ ]lot[ ]|a[ ]bit[ ])?more[ ](?:careful|attentive|diligent|vigilant|disciplined)\b
        | \b(?:pay|paying)[ ](?:\w+[ ])?(?:more|better|closer|attention)[ ]?(?:attention)?\b(?=[ ](?:when|while|to[ ]what|to[ ]the|next|before|during|in)|[.!,]|$)
        | \btry(?:ing)?[ ]harder
        | \b(?:retrain|re-train|re-educate|educate)[ ]\uE000
        | \b(?:remind|tell|warn|ask)[ ]\uE000[ ](?:again[ ])?(?:to[ ](?:be|pay|read|follow|think|check|double-check|use[ ]common)|not[ ]to)\b
        | \b(?:remind|tell|ask|urge)[ ](?:everyone|everybody|people|engineers|developers|devs|the[ ]team|all|staff|folks)[ ](?:again[ ])?(?:to[ ](?:be|pay|read|follow|think|check|double-check|take|use[ ]common)|not[ ]to)
        | \bbe[ ]careful[ ](?:next|when|with|in[ ]future|before|not)
        | \buse[ ]common[ ]sense
        | \bthink[ ](?:twice[ ])?before[ ](?:you|they|we|deploying|pushing|running|merging|acting)
        | \b(?:must|should|need[ ]to|has[ ]to|have[ ]to)[ ](?:just[ ])?(?:stop|learn)[ ](?:making[ ]mistakes|to[ ]be[ ]careful|to[ ]read|being)
        | \b(?:don't|do[ ]not|never)[ ](?:make[ ](?:this|that|such|the[ ]same)[ ](?:\w+[ ])?mistakes?|forget[ ](?:again|next[ ]time|this[ ]time))", Options)]
    private static partial Regex TryHarder();

    [GeneratedRegex($@"
          \b(?:my|mine)[ ](?:own[ ]|bad[ ]|stupid[ ]|dumb[ ]|silly[ ]|entire[ ]|big[ ])*(?:fault|bad(?![ ](?:luck|connection|wifi|feeling))|mistake|carelessness|stupidity|oversight|blunder|screw-?up|incompetence)\b
        | \b(?:i'm|i[ ]am|\uE001'm|\uE001[ ](?:am|was|feel))[ ](?:(?:so|just|such|really|a|an|the|very|too|being|one|to)[ ]){{0,3}}(?:blame|stupid|careless|an?[ ]idiot|idiot|dumb|sloppy|lazy|at[ ]fault|guilty|ashamed|incompetent|culprit|moron|inattentive|who[ ]broke)
        | \uE001{A}[ ](?:should(?:n't|[ ]not)?[ ](?:really[ ]|just[ ]|never[ ]|probably[ ]|at[ ]least[ ]|definitely[ ]|clearly[ ]|easily[ ])*(?:have|of)[ ](?!been[ ](?:paged|told|asked|notified|added|alerted|informed|warned|on[ ]the)|had\b|gotten|got\b|received|heard)[a-z]+|should've[ ][a-z]+|ought[ ]to[ ]have|could[ ]have[ ](?:prevented|avoided|caught|stopped|noticed|checked)|messed[ ]up|screwed[ ](?:up|it|this)|broke[ ](?!(?:it[ ]|the[ ]\w+[ ])?(?:down|up)\b|out|the[ ](?:problem|task|work|change)\b)|forgot|failed[ ](?:you|us|everyone|everybody|the[ ]team|to[ ](?:check|notice|test|see|read|think|follow|tell|escalate|verify))|caused[ ]|stupidly|carelessly|foolishly|blew[ ]it|botched|dropped[ ]the[ ]ball|let[ ](?:you|everyone|everybody|the[ ]team|us)[ ](?:all[ ])?down|made[ ](?:an?|the|that|this)[ ](?:\w+[ ]){{0,3}}(?:mistake|error|blunder)|wasn't[ ](?:careful|paying|thinking|attentive)|was[ ]not[ ](?:careful|paying)|didn't[ ](?:pay[ ]attention|think|bother|check|double-check|test|read|notice)|fat-?fingered|brought[ ](?:it|prod\w*|the[ ]\w+)[ ]down|took[ ](?:prod\w*|the[ ](?:site|service|db|database))[ ]down|ruined|blame[ ]myself)
        | \bblame[ ](?:it[ ]on[ ])?me\b
        | \b(?:it's|its|it[ ]was|this[ ]is|that's|this[ ]was)[ ](?:all[ ])?on[ ]me\b(?![ ]to)
        | \bsorry[^.\n]{{0,30}}[ ]\uE001[ ](?:broke|messed|screwed|forgot|should)", Options)]
    private static partial Regex SelfBlame();
}
