using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Puts a person where the cause stands: "Ben broke checkout", "it was Ana who dropped the table".</summary>
internal static partial class PersonBrokeIt
{
    public static BlamelessRule Rule { get; } = new("person-broke-it",
        "It puts a person where the cause stands. The next person will meet the same trap.",
        "“Deploy 4711 removed the index, and nothing in the pipeline checks for that.”",
        Pattern());

    private const string Site = """(?:prod(?:uction)?|everything|us|login|search|checkout|payments?|the[ ](?:whole[ ]|entire[ ]|main[ ]|prod(?:uction)?[ ]|live[ ]|customer[ ]|payment[ ])?(?:site|service|database|db|cluster|app|checkout|api|website|platform|system|network|shop|store|backend|queue|login|search|company|internet))\b(?!')""";

    private const string Whole = """(?:it[ ]all|prod(?:uction)?|everything|(?:the|our|all|half|an|a)[ ](?:of[ ])?(?:the[ ]|our[ ])?(?:whole|entire|wrong|prod(?:uction)?|live|customer|main|only|last|bucket|backups?|volume|table|database|dns)\b)""";

    /// <summary>What is done to put something right.</summary>
    private const string ForGood = """(?![^.;\n]{0,40}\b(?:fix|hotfix|patch|rollback|roll[ ]back|restor|revert|runaway|stuck|hung|stale|zombie|mitigat|recover|repair|as[ ]planned|on[ ]purpose|maintenance|unused|temporary|per[ ]the|as[ ]the|as[ ]step|as[ ]part))""";

    private const string Did = """(?:dropped|deleted|removed|wiped|erased|truncated|disabled|turned[ ]off|switched[ ]off|overwrote|killed|pushed|merged|deployed|ran|rebooted|shut[ ]down|unplugged|approved|changed|left|missed|skipped|rotated|rolled[ ]out|took|brought|started[ ]it|did[ ](?:it|this|that)|let|set[ ]this|wrote[ ]this|messed|signed[ ]off)""";

    [GeneratedRegex($$"""
          # ops screwed us
          {{Who}}{{So}}[ ](?:broke(?!n)(?![^.;\n]{0,30}[ ](?:into|apart)\b)(?![ ](?:(?:it|this|them|that)[ ](?:down|up)|down|the[ ](?:problem|task|work|news|silence|tie|ice|issue|change|story|dependency|link|connection|loop|circuit|cycle|chain|glass|lock|deadlock)\b|up[ ]the|into|out|free|off|ground))|broken[ ](?!down)|triggered[ ](?:the|this|an?)[ ](?:outage|incident|failure|crash|downtime)|crashed[ ](?!(?:at|on|out|early|after|for|around|before|during|in(?!to)|hard|tests?)\b)(?=[a-z])|killed[ ]{{Site}}|(?:took|brought|knocked)[ ]down[ ]{{Site}}|(?:took|brought|knocked)[ ](?:{{Site}}|half[ ](?:of[ ])?\w+)[ ](?:down|offline)\b(?![ ](?:for|to|so|while|until|as[ ]the)\b)|messed[ ](?:up|with|everything|it)|screwe?d[ ](?:up|us|everything|this|it|the)|screw(?:s|ed)?[ ]up|f(?:uck|\*+|uc?k)ed[ ](?:up|it|us|this)|stuffed[ ](?:up|it)|botched|bungled|fumbled|ruined|wrecked|trashed|nuked|borked|bricked|hosed|destroyed|blew[ ](?:up[ ](?:prod|the|everything)|it\b|away[ ])|dropped[ ]the[ ]ball|let[ ](?:us|the[ ]team|everybody|everyone|customers)[ ](?:all[ ])?down|cost[ ]us\b|made[ ](?:a[ ]mess\b|it[ ]worse|things[ ]worse|everything[ ]worse)|got[ ]us[ ]into|wiped[ ](?:out[ ])?{{Whole}}|wiped[ ]the[ ]bucket)
          # the network team caused this
        | \uE000{{So}}[ ]caused(?![ ]by)
          # you caused this outage
        | \byou[ ]caused[ ](?:the|this|an?)\b
          # it was fatima who dropped the table
        | (?:\b(?:it|that)(?:'s|[ ]was|[ ]is|[ ]were)|\bturns[ ]out[ ]it[ ]was)[ ](?:\w+ly[ ])?(?:\uE000|you)[ ](?:who|that)[ ](?:\w+ly[ ])?{{Did}}\b{{ForGood}}
          # Thảo is the one who wiped the bucket
        | {{Who}}(?:[ ](?:is|was|are|were)|'s|'re)[ ](?:\w+ly[ ])?the[ ](?:one|ones|guy|person|engineer)[ ](?:who|that)[ ](?:\w+ly[ ])?{{Did}}\b{{ForGood}}
          # QA let this slip
        | \uE000{{So}}[ ]let[ ](?:the|our|it|a|that|this)[ ](?:(?!lease|lock|cache|queue|ttl)[\w-]+[ ]){0,4}?(?:expire|lapse|slip|rot|run[ ]out|fill[ ]up|through|happen)\b{{ForGood}}
          # an engineer carelessly left the debug port open
        | \uE000{{So}}[ ]left[ ](?:the|a|an|his|her|their|our|all)[ ][^.\n]{0,30}\b(?:open|unlocked|public|exposed|unattended|unprotected|lying[ ]around|in[ ]prod(?:uction)?|wide[ ]open)\b(?![ ]for\b)(?![^.\n]{0,40}\b(?:until|so[ ]that|on[ ]purpose|because|while|as[ ]the))
          # this was introduced by Carlos
        | \b(?:caused|broken|created|introduced|triggered|messed[ ]up|screwed[ ]up|botched|crashed)[ ](?:entirely[ ]|solely[ ]|single-handedly[ ]|directly[ ])?by[ ]\uE000(?!'s[ ](?:deploy|change|pr|commit|branch|laptop|script|service|job|team|release|query|migration|flag|test|drill|restart|rollback|fix|laptop)\b)(?![^.\n]{0,50}\b(?:drill|exercise|game[ ]?day|in[ ]staging)\b)
          # we are down because of Ben.
        | (?:\b{{Because}}[ ]of|\bdue[ ]to)[ ](?:\uE000|you)(?!'s|[ ](?:being[ ]|was[ ])?(?:on[ ](?:leave|holiday|vacation|a)|ill|sick|away|having|not[ ]having|out[ ]of))(?=[ ]*(?:[.,;!?\n]|$)|[ ](?:not|and|we|who|our|the|all|everything|i|4|\d+|nobody|half)\b)
          # thanks to Ben the whole queue is gone
        | \bthanks[ ]to[ ](?:\uE000|you)[,]?[ ](?:the|we|our|prod|everything|half|all)[ ][^.\n]{0,40}\b(?:down|broke|broken|failed|lost|crashed|gone|offline|toast)
          # root cause: Ana restarting all three nodes
        | \b(?:root[ ])?cause(?:[ ](?:is|was))?[ ]*[:=]?[ ]+\uE000[ ](?:[a-z]{3,}ing)\b(?![ ](?:because|since|as|a[ ]fix))
          # this happened because chidi was in a hurry to go home
        | \b(?:down|failed|broke|outage|happened|crashed|lost|broken|offline|gone|awake|paged|incident)[^.,;\n]{0,20}[ ]{{Because}}[ ](?:\uE000|you)[ ](?:\w+ly[ ])?(?:deleted|pushed|deployed|merged|changed|removed|ran|dropped|rotated|restarted|disabled|forgot|did(?:n'?t|[ ]not)|wanted|decided|thought[ ]\uE000|couldn't|refused|was[ ](?:in[ ]a[ ](?:hurry|rush)|lazy|bored|careless|too|sleeping|not[ ]))\b(?![^.\n]{0,40}\bas[ ](?:planned|the[ ]runbook|agreed))
          # the alert was acked and ignored by chidi
        | \b(?:ignored|overlooked|dismissed|bypassed|neglected|mishandled|mismanaged|botched|misread|misconfigured|wrongly[ ]\w+|accidentally[ ]\w+|mistakenly[ ]\w+)[ ]by[ ]\uE000(?!'s)
          # Ana disobeyed the freeze
        | \uE000{{So}}[ ](?:lied|cheated|covered[ ](?:it|this|that)?[ ]?up|concealed|hid[ ](?:it\b|that\b|the[ ](?:problem|error|mistake|outage|truth|fact|issue|failure))|violated|disobeyed|breached|flouted|defied|sabotaged|blew[ ]through|broke[ ]the[ ](?:rules?|freeze|policy|process)|lost[ ]control|rubber-?stamped|waved[ ](?:it|this)[ ]through|dumped[ ](?:it|this|that|everything|the[ ]\w+)[ ]on|passed[ ]the[ ]buck|watched[ ](?:it|us|everything)[ ]burn|chose[ ]to[ ](?:ignore|skip|dismiss)|refuses[ ]to)
          # they pushed garbage on a friday evening and left
        | \b(?:they|{{Who}})[ ](?:pushed|shipped|merged|deployed|released|wrote|approved)[ ](?:us[ ])?(?:garbage|crap|junk|rubbish|untested|broken|shit|nonsense)\b
          # nobody else would have pressed that button
        | \bnobody[ ]else[ ]would[ ]have\b
          # Mark went off script
        | \uE000{{So}}[ ](?:faked|fudged|ghosted|winged[ ]it|went[ ]off[ ]script|(?:was[ ])?(?:playing|messing|fooling|screwing)[ ]around|tried[ ]to[ ](?:cover|hide)|kept[ ](?:quiet|silent|it[ ]to)|stayed[ ]silent|said[ ]nothing(?=[ ]*(?:[.,!\n]|$)|[ ](?:about|to)\b)|pressured[ ](?:us|everyone|everybody|the[ ]team|\uE000)|(?:pushed|forced|bullied)[ ]us[ ](?:to|into))
          # management pushed us to skip tests
        | \bmanagement[ ](?:pressured|pushed|forced|bullied)[ ]us
          # they knew about it and did nothing
        | {{Whom}}[ ]knew[^.\n]{0,40}[ ]and[ ](?:\uE000[ ])?(?:did[ ]nothing|said[ ]nothing|did(?:n'?t|[ ]not)[ ](?:say|do|tell|care|act)|still[ ](?:did|pushed|merged|deployed)|never[ ]said)
          # nobody but Ben could mess this up
        | \bnobody[ ]but[ ]\uE000[ ](?:could|would|can)
          # Trigger: Ben pushed an untested change
        | \uE000{{So}}[ ](?:pushed|merged|deployed|shipped|released|committed|rolled[ ]out)[ ](?:an?[ ]|the[ ]|some[ ]|his[ ]|her[ ]|their[ ])?(?:[\w-]+[ ])?(?:untested|unreviewed|broken|buggy|half-?finished|half-?baked|unfinished|faulty|crappy)\b
          # a developer committed credentials to the repo, again
        | \uE000{{So}}[ ](?:committed|leaked|pushed|published|posted|pasted)[ ](?:the[ ]|our[ ]|his[ ]|her[ ]|prod(?:uction)?[ ]|live[ ])*(?:credentials|secrets?|keys?|passwords?|tokens?)[ ](?:to|in|into)[ ]
          # our junior dev deleted prod data
        | {{Who}}{{So}}[ ](?:deleted|dropped|wiped|truncated|erased|overwrote)[ ](?:the[ ]|our[ ]|all[ ]|half[ ](?:of[ ])?)*(?:prod(?:uction)?|live|customer)[ ](?:data|tables?|db|databases?|volumes?|buckets?|cluster|namespace|index|records)\b{{ForGood}}
          # Ben lost us a whole day
        | \uE000{{So}}[ ](?:lost[ ]us\b|decided[ ]to[ ](?:skip|ignore|bypass|rush|cut)|(?:copied|copy-?[ ]?pasted)[^.\n]{0,15}[ ](?:stack[ ]?overflow|the[ ]internet|chat-?gpt|some[ ]blog))
          # wrong command was run by Ben
        | \bwrong[ ]\w+[ ](?:was|were|got)[ ](?:\w+[ ]by[ ]\uE000|(?:pressed|clicked|typed|entered|selected|chosen|picked)[ ]by[ ]the[ ]operator)
          # they pushed without telling us
        | \bthey[ ]\w+[^.;,\n]{0,30}[ ]without[ ](?:telling|asking|testing|checking|thinking|warning)\b
        """, Options)]
    private static partial Regex Pattern();
}
