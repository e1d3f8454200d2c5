using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Shuts people out in place of mending: "don't let interns near prod", "Ben must not touch the database".</summary>
internal static partial class KeepOut
{
    public static BlamelessRule Rule { get; } = new("keep-out",
        "Shutting one person out leaves the trap for the next. A guard helps everybody.",
        "“Deleting a production table needs a second approval, whoever does it.”",
        Pattern());

    private const string Some = $$"""(?:{{Whom}}|them\b|{{Folk}}|people[ ]like[ ]\uE000|marketing\b|support\b|the[ ]\w+[ ]team\b)""";

    private const string Near = """[^.,;\n]{0,30}\b(?:near|touch|loose|unsupervised|prod(?:uction)?\b|the[ ](?:console|keyboard|cluster|database|live)|root\b|deploy|merge\b)""";

    [GeneratedRegex($$"""
          \b(?:don'?t|do[ ]not|never|stop|shouldn'?t|should[ ]not|mustn'?t|must[ ]not|can'?t|cannot|(?:who|why)[ ](?:\w+[ ])?(?:would|do|did|does)[ ](?:\w+[ ])?)[ ]?(?:ever[ ])?(?:let|letting|allow|allowing|trust|trusting)[ ]{{Some}}{{Near}}
        | \b(?:don'?t|do[ ]not|never|stop|shouldn'?t|should[ ]not)[ ](?:ever[ ])?(?:give|giving)[ ]{{Some}}[ ](?:root|admin|prod(?:uction)?|write|any)\b
        | \b(?:keep|get)[ ]{{Some}}[ ](?:(?:far[ ]|well[ ])?away[ ]from|out[ ]of|off|clear[ ]of)[ ](?:the[ ]|our[ ]|my[ ])?(?:prod(?:uction)?|live|servers?|databases?|keyboard|console|cluster|deploys?|releases?|systems?|on-?call|pager|terraform|code)\b
        | (?:\uE000|\b(?:interns|juniors|contractors|new[ ]hires)){{So}}[ ](?:should(?:n'?t|[ ]not|[ ]never)|must(?:n'?t|[ ]not|[ ]never)|may[ ](?:not|never)|can(?:'?t|not))[ ](?:ever[ ])?(?:again[ ])?(?:be[ ](?:allowed|trusted|let)\b|touch|go[ ]near|be[ ]near)
        | \uE000[ ](?:should|must)[ ](?:never|not)[ ](?:have[ ]been|be)[ ](?:hired|promoted|on[ ]call|trusted|let[ ]near)
        | \btake[ ](?:away[ ])?(?:\uE000|his|her)(?:'s)?[ ](?:prod(?:uction)?[ ]|admin[ ]|root[ ])?(?:access|rights|permissions)(?:[ ]away)?\b
        | \b(?:revoke|remove|pull)[ ]\uE000's[ ](?:prod(?:uction)?|admin|root|access|rights|permissions)
        | \btake[ ]\uE000[ ]off[ ](?:call|the[ ]rota|the[ ]rotation|the[ ]team|the[ ]project)
        | \block[ ]\uE000[ ]out\b
        | \b(?:don'?t|do[ ]not|never|can(?:'?t|not)|shouldn't)[ ](?:ever[ ]|blindly[ ])?trust[ ](?:\uE000|{{Folk}})
        | \b(?:when|if)[ ](?:you|we|they)[ ](?:let|allow|put|trust)[ ]\uE000[ ](?:to[ ]|in[ ]charge|on[ ]call|with|deploy|near|run|touch|do|merge|loose)
        | \b(?:make[ ]sure|ensure)[ ](?:that[ ])?\uE000[ ](?:never|doesn't|does[ ]not|can't|won't)[ ](?:ever[ ])?(?:gets?|has?|have|touch|deploy|merge|run|do|go)\b
        | \b(?:let|get|give[ ]it[ ]to|ask|use|hire)[ ](?:\uE000|somebody|someone|people)[ ](?:competent|else[ ]do|who[ ](?:actually[ ])?(?:knows[ ]what|cares|reads|can[ ]read|tests))
        | \b(?:fine|better|safe|ok)[ ]with[ ]\uE000[ ](?:competent|else|senior|who[ ](?:actually[ ])?(?:knows|understands|cares|reads|tests))
        | \uE000[ ]should(?:n'?t|[ ]not)[ ]be[ ](?:on[ ]call|on-call|in[ ]charge|doing|running|deploying|here|anywhere)\b(?![ ](?:two|alone|twice|every|for[ ]\w+[ ]weeks|without))
        | \b(?:remove|exclude|ban)[ ]\uE000[ ]from[ ](?:the[ ])?(?:team|admins?|project|prod(?:uction)?|repo|codebase)\b
        | \uE000[ ]should(?:n'?t|[ ]not|[ ]never)[ ](?:have|have[ ]had|be[ ]given)[ ](?:admin|root|prod(?:uction)?|write|any|the[ ]keys)\b
        | \bwho[ ](?:gave|let|allowed|hired|trusted|put)[ ](?:\uE000|{{Folk}}|an?[ ]\w+)[^.\n]{0,20}\b(?:access|in(?:to)?|near|root|prod(?:uction)?|in[ ]charge|on[ ]call|keys)\b
        | \b(?:should(?:n'?t|[ ]not|[ ]never)|never[ ]should)[ ]have[ ](?:trusted|hired|let|allowed|given)[ ]\uE000
        | \btrusting[ ](?:\uE000|{{Folk}})[ ](?:with|to|was)\b
        | \uE000[ ](?:is|was|would[ ]be)[ ]the[ ]last[ ](?:person|one)[ ](?:who|that|i\b|\uE001|we|to)\b
        | \bnot[ ]let[ ]\uE000[ ](?:deploy|run|touch|merge|near|do|work|push|handle|lead)\b
        | \bwhen[ ](?:you|we|they)[ ](?:hire|rely[ ]on|use)[ ](?:\uE000|{{Folk}}|cheap)
        | \uE000[ ](?:should|must|needs[ ]to|has[ ]to)[ ]lose[ ](?:(?:his|her|their|all|the)[ ])?(?:prod(?:uction)?[ ]|root[ ]|admin[ ])?(?:access|rights|permissions|job)
        | \uE000[ ](?:was|were|is)(?:n'?t|[ ]not)[ ](?:supposed|meant)[ ]to[ ](?:touch|do|run|be[ ]in|be[ ]there|deploy|merge|have[ ]access|change)\b
        | \uE000[ ](?:was|were|is)(?:n'?t|[ ]not)[ ](?:authori[sz]ed|allowed|entitled)[ ]to[ ]do[ ](?:this|that|it)\b
        """, Options)]
    private static partial Regex Pattern();
}
