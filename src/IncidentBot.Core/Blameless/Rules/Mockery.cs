using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Mocks whoever did it: "who is the genius that…", "great job taking down prod".</summary>
internal static partial class Mockery
{
    public static BlamelessRule Rule { get; } = new("mockery",
        "A joke at somebody's expense stays in the record. People read it and keep their own slips to themselves.",
        "“The alerts were off from 13:40; switching them off asks for no reason and no end.”",
        Pattern());

    private const string Fool = """(?:absolute[ ]|complete[ ]|resident[ ]|certain[ ])?(?:genius(?:es)?|einsteins?|rocket[ ]scientists?|mastermind|hero(?:es)?|wizard|clowns?|jokers?|bright[ ]spark|brainiac|smart[ ]?(?:ass|alec)|comedian|legend|muppets?|fools?)""";

    private const string Harming = """(?:breaking|taking[ ](?:down|out)|bringing[ ](?:down|us)|nuking|wiping|destroying|ruining|wrecking|crashing|killing[ ](?:prod|the[ ](?:site|db|database|cluster|api|weekend))|dropping[ ](?:the[ ](?:table|db|database|prod)|prod)|deleting[ ](?:prod|the[ ](?:prod|db|database|wrong))|waking|ignoring|forgetting|skipping)""";

    [GeneratedRegex($$"""
          # who is the genius that turned off the alerts
          \b(?:who|which|what|some|whatever)(?:'s|[ ]is|[ ]was|[ ]are)?[ ](?:the[ ]|that[ ]|this[ ])?{{Fool}}\b(?![ ](?:idea|move|fix|project|server|host))
          # who is the genius that turned off the alerts
        | \b(?:the|our|a|to)[ ]{{Fool}}[ ](?:who|that|behind|over[ ]in|in[ ](?:ops|dev|marketing|infra|support|qa)|from[ ](?:ops|dev|marketing|infra|support|qa))\b(?![ ](?:fixed|saved|found|spotted|restored|helped))
          # nice job taking down the whole region, Ben
        | \b(?:nice|great|good|brilliant|excellent|superb|fantastic|stellar|amazing)[ ](?:job|work|one|going|move|effort)[^.\n]{0,25}\b{{Harming}}
          # Congratulations to Ana for deleting the dns zone
        | \b(?:thanks|thank[ ]you|congrats|congratulations|bravo|well[ ]done|kudos|hats[ ]off|props)\b[^.\n]{0,30}\b(?:for|on)[ ](?:{{Harming}}|deleting|dropping)
          # slow clap for the release crew
        | \bslow[ ]clap\b
          # whose bright idea was it to migrate at noon
        | \bwhose[ ](?:brilliant|bright|great|genius|clever|smart|stupid|dumb|wonderful)[ ]idea
          # Ben had one job
        | {{Whom}}[ ](?:only[ ])?had[ ](?:literally[ ])?(?:exactly[ ])?one[ ]job\b
          # Ana in her infinite wisdom restarted all of them
        | \b(?:in|with)[ ](?:\uE000's|his|her|their)[ ](?:infinite|great)[ ]wisdom\b
          # apparently testing is optional here
        | \b(?:apparently|evidently|clearly)[,]?[ ](?:reading|testing|thinking|checking|looking)[ ]is[ ](?:too[ ](?:hard|much)|optional|beneath)
          # seriously ana?
        | \b(?:seriously|honestly|really|come[ ]on|jeez|ffs|smh|wow)[ ]?,?[ ]\uE000(?=[ ]*(?:[?!]|$))
          # Ben pasted the prod url into the test script, unbelievable
        | {{Whom}}[^.;\n]{5,80},[ ](?:unbelievable|incredible|ridiculous|smh|facepalm|wtf|inexcusable|unacceptable|brilliant|genius|lovely|bravo|what[ ]a[ ](?:joke|clown|hero))(?=[ ]*(?:[.!?\n]|$))
          # our dba ran ALTER TABLE at noon like a madman
        | \blike[ ](?:an?|some|total)[ ](?:madman|maniac|amateurs?|rookies?|cowboys?|idiots?|fools?|clowns?|child|children|kid|beginners?|lunatic|headless[ ]chicken)
          # Ben only had to press one button and he couldn't manage that
        | (?:{{Whom}}|they)[ ](?:only|just|simply|merely)[ ]had[ ]to[ ](?:press|click|read|run|check|look|call|ask|follow|type|wait|say)\b
          # all Ben had to do was wait
        | \ball[ ](?:\uE000|you|they)[ ]had[ ]to[ ]do[ ]was
          # Ben strikes again
        | \uE000[ ]strikes[ ]again\b
          # thanks to our friends in marketing we are down
        | \bthanks[ ]to[ ](?:our[ ]friends|the[ ]\w+[ ](?:guys|folks|people)|our[ ]dear)[^.\n]{0,25}[ ](?:we|the|our|prod|everything)[ ][^.\n]{0,25}\b(?:down|broke|broken|failed|lost|crashed|gone|offline)
          # ben's brilliant refactoring took us down
        | \uE000's[ ](?:brilliant|genius|clever|wonderful|great|famous|glorious|amazing|bright)[ ][^.\n]{0,30}\b(?:took[ ](?:us|prod|the[ ]\w+|everything)[ ]down|broke|crashed|cost[ ]us|killed|failed|ruined)
        """, Options)]
    private static partial Regex Pattern();
}
