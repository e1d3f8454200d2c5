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
          # we should not let ana deploy alone anymore
          \b(?:don'?t|do[ ]not|never|stop|shouldn'?t|should[ ]not|mustn'?t|must[ ]not|can'?t|cannot|(?:who|why)[ ](?:\w+[ ])?(?:would|do|did|does)[ ](?:\w+[ ])?)[ ]?(?:ever[ ])?(?:let|letting|allow|allowing|trust|trusting)[ ]{{Some}}{{Near}}
          # never give contractors root again
        | \b(?:don'?t|do[ ]not|never|stop|shouldn'?t|should[ ]not)[ ](?:ever[ ])?(?:give|giving)[ ]{{Some}}[ ](?:root|admin|prod(?:uction)?|write|any)\b
          # keep the devs away from prod
        | \b(?:keep|get)[ ]{{Some}}[ ](?:(?:far[ ]|well[ ])?away[ ]from|out[ ]of|off|clear[ ]of)[ ](?:the[ ]|our[ ]|my[ ])?(?:prod(?:uction)?|live|servers?|databases?|keyboard|console|cluster|deploys?|releases?|systems?|on-?call|pager|terraform|code)\b
          # ben cant be trusted with prod
        | (?:\uE000|\b(?:interns|juniors|contractors|new[ ]hires)){{So}}[ ](?:should(?:n'?t|[ ]not|[ ]never)|must(?:n'?t|[ ]not|[ ]never)|may[ ](?:not|never)|can(?:'?t|not))[ ](?:ever[ ])?(?:again[ ])?(?:be[ ](?:allowed|trusted|let)\b|touch|go[ ]near|be[ ]near)
          # Ben should never have been hired
        | \uE000[ ](?:should|must)[ ](?:never|not)[ ](?:have[ ]been|be)[ ](?:hired|promoted|on[ ]call|trusted|let[ ]near)
          # take away Ben's production access, he must be held accountable
        | \btake[ ](?:away[ ])?(?:\uE000|his|her)(?:'s)?[ ](?:prod(?:uction)?[ ]|admin[ ]|root[ ])?(?:access|rights|permissions)(?:[ ]away)?\b
          # pull Ben's admin rights
        | \b(?:revoke|remove|pull)[ ]\uE000's[ ](?:prod(?:uction)?|admin|root|access|rights|permissions)
          # take Ana off call
        | \btake[ ]\uE000[ ]off[ ](?:call|the[ ]rota|the[ ]rotation|the[ ]team|the[ ]project)
          # lock Ben out until this is cleared
        | \block[ ]\uE000[ ]out\b
          # lesson: do not trust the night shift
        | \b(?:don'?t|do[ ]not|never|can(?:'?t|not)|shouldn't)[ ](?:ever[ ]|blindly[ ])?trust[ ](?:\uE000|{{Folk}})
          # that is what happens when you let ben deploy
        | \b(?:when|if)[ ](?:you|we|they)[ ](?:let|allow|put|trust)[ ]\uE000[ ](?:to[ ]|in[ ]charge|on[ ]call|with|deploy|near|run|touch|do|merge|loose)
          # please make sure that Ben never gets root again
        | \b(?:make[ ]sure|ensure)[ ](?:that[ ])?\uE000[ ](?:never|doesn't|does[ ]not|can't|won't)[ ](?:ever[ ])?(?:gets?|has?|have|touch|deploy|merge|run|do|go)\b
          # next time let somebody competent do it
        | \b(?:let|get|give[ ]it[ ]to|ask|use|hire)[ ](?:\uE000|somebody|someone|people)[ ](?:competent|else[ ]do|who[ ](?:actually[ ])?(?:knows[ ]what|cares|reads|can[ ]read|tests))
          # we would have been fine with somebody who knows postgres on shift
        | \b(?:fine|better|safe|ok)[ ]with[ ]\uE000[ ](?:competent|else|senior|who[ ](?:actually[ ])?(?:knows|understands|cares|reads|tests))
          # he shouldn't be on call if he can't handle it
        | \uE000[ ]should(?:n'?t|[ ]not)[ ]be[ ](?:on[ ]call|on-call|in[ ]charge|doing|running|deploying|here|anywhere)\b(?![ ](?:two|alone|twice|every|for[ ]\w+[ ]weeks|without))
          # ban Mark from the repo
        | \b(?:remove|exclude|ban)[ ]\uE000[ ]from[ ](?:the[ ])?(?:team|admins?|project|prod(?:uction)?|repo|codebase)\b
          # Ben should not have admin rights
        | \uE000[ ]should(?:n'?t|[ ]not|[ ]never)[ ](?:have|have[ ]had|be[ ]given)[ ](?:admin|root|prod(?:uction)?|write|any|the[ ]keys)\b
          # who gave the intern access??
        | \bwho[ ](?:gave|let|allowed|hired|trusted|put)[ ](?:\uE000|{{Folk}}|an?[ ]\w+)[^.\n]{0,20}\b(?:access|in(?:to)?|near|root|prod(?:uction)?|in[ ]charge|on[ ]call|keys)\b
          # shouldn't have trusted Ben with it
        | \b(?:should(?:n'?t|[ ]not|[ ]never)|never[ ]should)[ ]have[ ](?:trusted|hired|let|allowed|given)[ ]\uE000
          # trusting Ana with this was a mistake
        | \btrusting[ ](?:\uE000|{{Folk}})[ ](?:with|to|was)\b
          # Ben is the last person who should touch terraform
        | \uE000[ ](?:is|was|would[ ]be)[ ]the[ ]last[ ](?:person|one)[ ](?:who|that|i\b|\uE001|we|to)\b
          # we should not let ana deploy alone anymore
        | \bnot[ ]let[ ]\uE000[ ](?:deploy|run|touch|merge|near|do|work|push|handle|lead)\b
          # this is what you get when you hire juniors
        | \bwhen[ ](?:you|we|they)[ ](?:hire|rely[ ]on|use)[ ](?:\uE000|{{Folk}}|cheap)
          # Ben should lose his access
        | \uE000[ ](?:should|must|needs[ ]to|has[ ]to)[ ]lose[ ](?:(?:his|her|their|all|the)[ ])?(?:prod(?:uction)?[ ]|root[ ]|admin[ ])?(?:access|rights|permissions|job)
          # ana wasn't supposed to touch that
        | \uE000[ ](?:was|were|is)(?:n'?t|[ ]not)[ ](?:supposed|meant)[ ]to[ ](?:touch|do|run|be[ ]in|be[ ]there|deploy|merge|have[ ]access|change)\b
          # Ben was not authorized to do this
        | \uE000[ ](?:was|were|is)(?:n'?t|[ ]not)[ ](?:authori[sz]ed|allowed|entitled)[ ]to[ ]do[ ](?:this|that|it)\b
        """, Options)]
    private static partial Regex Pattern();
}
