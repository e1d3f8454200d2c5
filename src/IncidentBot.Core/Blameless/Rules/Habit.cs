using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Makes of one event what a person is always like: "he never tests anything", "typical Ben".</summary>
internal static partial class Habit
{
    public static BlamelessRule Rule { get; } = new("habit",
        "“Always” and “never” are about the person, not about this day. What happens often has a cause we can reach.",
        "“Twice this month a change went out untested; the test environment was down both times.”",
        Pattern());

    [GeneratedRegex($$"""
          # Ben never learns
          {{Who}}(?:[ ](?:just|simply|also|really))?[ ](?:never|rarely|hardly[ ]ever|seldom)[ ](?:(?:even|actually|really|ever|properly)[ ])*(?:tests?\b|checks?\b|reads\b|listens?\b|learns?\b|documents?\b|asks?\b|answers?\b|reviews?\b|follows?\b|thinks?\b|cleans?[ ]up|tells?\b|communicates?\b|escalates?\b|pays?[ ]attention|cares?\b|helps?\b|updates?[ ](?:the|any)|writes?[ ](?:a[ ]|any[ ]|the[ ])?(?:tests?|docs)|double-checks?\b|bothers?\b|does[ ](?:his|her|the|any)|gets?[ ](?:it|this|anything)[ ]right)
          # they never learn
        | \bthey[ ](?:just[ ])?never[ ](?:learn|listen|care|think|read|ask)\b
          # he always pushes on friday
        | {{Who}}(?:'s|[ ]is|[ ]are)?[ ](?:always|constantly|forever)[ ](?:breaks?\b|breaking|forgets?\b|forgetting|skips?\b|skipping|ignores?\b|ignoring|mess(?:es|ing)?\b|rush(?:es|ing)?\b|deploys?[ ](?:on|without|late)|pushes[ ](?:on|without|straight|untested)|merges[ ](?:on|without|his|her)|does[ ](?:this|that|it)|doing[ ](?:this|that)|has[ ]an[ ]excuse|late\b|complain|screw|the[ ](?:same|one)|cut(?:s|ting)[ ]corners)
          # Ben keeps breaking the staging env
        | {{Whom}}[ ](?:keeps?|kept)[ ](?:on[ ])?(?:breaking|ignoring|pushing[ ](?:untested|broken|to|without)|merging[ ](?:untested|broken|without|his|her)|making[ ](?:the|these|this|such|mistakes)|skipping|forgetting|doing[ ](?:this|that|it)\b|messing|screwing|missing[ ](?:the|pages|alerts|his|her))
          # typical Ben
        | \b(?:so[ ])?typical(?:ly)?[ ](?:of[ ]|for[ ])?\uE000(?!'s[ ](?:day|shift|week)|[ ](?:shift|day|week|gets|has|sees))
          # that is classic Ana
        | \b(?:classic|vintage|so[ ]very)[ ]\uE000(?=[ ]*(?:[.,;!?\n]|$))
          # Chidi, as usual
        | \uE000,?[ ]as[ ](?:usual|always|ever)\b(?=[ ]*(?:[.,;!?\n]|$))
          # as always, Ben just restarted it
        | \bas[ ](?:usual|always|ever)(?:[ ]with|,)[ ]\uE000[ ]?(?!(?:saved|helped|found|spotted|fixed|was[ ]quick|was[ ]there)\b)
          # just like Ana to leave it half done
        | \b(?:just|exactly)[ ]like[ ]\uE000[ ]to[ ]
          # every time Ben deploys, something breaks
        | \b(?:every|each)[ ](?:single[ ])?time[ ]\uE000[ ][^.\n]{0,50}\b(?:breaks?|fails?|down|burns?|outage|incident|crash(?:es)?|wrong|paged|mess|clean[ ]up)\b
          # whenever Mark touches dns we get an outage
        | \bwhenever[ ]\uE000[ ](?:is[ ]on|touches|deploys|pushes|merges)[^.\n]{0,40}\b(?:breaks?|fails?|down|burns?|outage|incident|crash(?:es)?|wrong|mess)\b
          # not the first time Ben did this
        | \b(?:not[ ]the[ ]first|the[ ](?:second|third|fourth|fifth|umpteenth|nth|\d(?:nd|rd|th)))[ ]time[ ](?:that[ ]|already[ ]|this[ ]\w+[ ]|now[ ])*{{Who}}(?![ ](?:has[ ]|have[ ])?(?:saved|found|helped|spotted|caught|asked|was[ ]paged|were[ ]paged|got[ ]paged))
          # how many times do we have to explain this to Ana
        | \bhow[ ]many[ ]times[ ](?:do|does|must|have|has|did)[ ](?:we|\uE001|one|somebody|\uE000)[ ](?:have[ ]to[ ]|need[ ]to[ ])?(?:tell|told|say|said|explain|explained|remind|ask|repeat)
          # it is always the frontend team that breaks the contract
        | \b(?:it'?s|it[ ]is|it[ ]was)[ ](?:always|ever)[ ](?:\uE000|the[ ]same[ ](?:person|people|team|guy|guys))
          # once again ben.
        | \b(?:once|yet)[ ]again[ ,]+(?:it[ ](?:was|is)[ ])?\uE000(?=[ ]*(?:[.,;!?\n]|$)|[ ]who|[ ](?:broke|forgot|did|messed))
          # Ana has a habit of merging red builds
        | {{Who}}[ ](?:has|have|had)[ ](?:a|an)[ ](?:bad[ ]|long[ ]|known[ ])?(?:habit|history|track[ ]record|tendency|reputation)[ ](?:of|for)
          # Ben tends to panic
        | \uE000[ ]tends[ ]to[ ](?:break|forget|ignore|rush|skip|panic|miss|overlook|cut)
          # the other team dumped this on us as usual
        | \uE000[^.;\n]{3,60}[ ](?:as[ ]usual|like[ ]always|as[ ]per[ ]usual)(?=[ ]*(?:[.,!\n]|$))(?<=\b(?:dumped|broke|late|forgot|without|ignored|missed|left|pushed|merged|blamed|asleep|nothing)\b[^.;\n]{0,60})
          # people don't read the docs
        | \b{{Folk}}[ ](?:just[ ]|simply[ ])?(?:don'?t|do[ ]not|never|won'?t|can'?t)[ ](?:even[ ]|ever[ ])?(?:read[ ]the|test|care|think|listen|follow[ ]the|check|pay[ ]attention|document|learn|bother)\b
          # Devs keep shipping broken migrations
        | (?:{{Whom}}|\b{{Folk}})[ ]keeps?[ ](?:on[ ])?(?:shipping|pushing|merging|deploying|releasing|sending)[ ](?:us[ ])?(?:broken|untested|garbage|crap|bugs|buggy|unreviewed|half)
          # ops are always slow
        | (?:{{Whom}}|\b{{Folk}})[ ](?:is|are)[ ]always[ ](?:so[ ]|too[ ])?(?:slow|late|wrong|asleep|lazy|careless|in[ ]a[ ]hurry|unreachable)
          # he had it coming, he merges everything unreviewed
        | \uE000[ ]\w+s[ ](?:everything|anything|stuff|things|code|whatever)[ ](?:un(?:reviewed|tested|checked|read)|without|straight|blind)
          # I told Ben not to touch it
        | \b(?:told|warned|asked|begged|reminded)[ ](?:\uE000|them|you)(?:[ ](?:(?:a|so|\w+)[ ])?(?:hundred|thousand|million|many|several|\w+)[ ]times|[ ]repeatedly|[ ]again[ ]and[ ]again)?[ ]not[ ]to[ ](?!worry|wait|come|join|rush|bother|forget)
          # Ana had been warned about this twice
        | (?:\b(?:told|warned|asked|reminded)[ ](?:\uE000|them|you)|\uE000[ ](?:had[ ]|has[ ])?(?:was|were|been|got)[ ](?:told|warned|asked|reminded))[ ](?:about[ ](?:this|that|it)[ ])?(?:(?:a|so)[ ])?(?:twice|(?:two|three|four|five|several|many|\d+|hundred|thousand)[ ]times|repeatedly|again[ ]and[ ]again|before[ ]and)\b
          # they always do this
        | \b(?:they|you)[ ]always[ ]do[ ](?:this|that)\b
          # I told you so
        | \btold[ ]you[ ](?:so\b|(?:this|that|it)[ ]would)
          # nobody listened to me
        | \b(?:nobody|no[ ]one)[ ](?:ever[ ])?listen(?:s|ed)[ ]to[ ](?:me|us)\b
        """, Options)]
    private static partial Regex Pattern();
}
