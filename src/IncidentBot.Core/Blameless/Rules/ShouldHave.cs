using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Tells a person what they should have done: "Ben should have known".</summary>
internal static partial class ShouldHave
{
    public static BlamelessRule Rule { get; } = new("should-have",
        "With hindsight it looks plain; at that moment it was not. It tells what did not happen and not why.",
        "“The alert did not say which region, so the first look went elsewhere.”",
        Pattern());

    private const string Ought = """(?:shou(?:ld|d|dl)|could(?![ ]not)|ought[ ]to|needed[ ]to|(?:was|were)[ ]supposed[ ]to|should(?:n'?t|[ ]not|[ ]never)|could(?:n't|[ ]not)(?=[ ]have[ ](?:bothered|cared|been[ ]bothered)))""";

    [GeneratedRegex($$"""
          # Ben shoud have known
          {{Who}}{{So}}(?:,[ ][^,\n]{1,40},)?[ ]{{Ought}}(?:[ ](?:[a-z]+ly|just|at[ ]least|also|never|well|first|still|not))*(?:[ ]have|[ ]of|[ ]?'?ve|[ ]hv|a(?=[ ]))(?:[ ](?:[a-z]+ly|just|at[ ]least|also|never|first|already|then))*[ ](?:been[ ](?:\w+[ ])?(?:careful|attentive|aware|paying|watching|checking|monitoring|looking|prepared|quicker|faster|awake)|(?!been\b|had\b|gotten\b|got\b|received\b|heard\b|lost\b|needed\b|allowed\b|helped\b|seen[ ](?:the[ ](?:graph|look|face)|it[ ]coming[ ]down)){{Done}}(?![^.\n]{0,40}[ ]if[ ](?:one|there|it|the|we)\b))
          # Ben shoulda checked the diff
        | {{Who}}{{So}}[ ]shoulda[ ]{{Done}}
          # they should have known better
        | \bthey[ ](?:should|ought[ ]to)(?:n'?t|[ ]not)?(?:[ ](?:[a-z]+ly|just|at[ ]least))*(?:[ ]have|[ ]of|'ve)(?:[ ](?:[a-z]+ly|just|at[ ]least|already))*[ ]{{DoneByPeople}}
          # Will should have known better than to restart all three at once
        | \bshould(?:'ve|[ ]have|[ ]of|a)?[ ]known?[ ]better
          # nobody bothered to look at the dashboard, plain laziness
        | \b(?:nobody|no[ ]one|none[ ]of[ ]them)[ ](?:bothered|cared)[ ]
          # Ben has to learn to communicate
        | {{Whom}}{{So}}[ ](?:should|was[ ]supposed[ ]to|were[ ]supposed[ ]to|needs?[ ]to|ha(?:s|ve)[ ]to|had[ ]to)[ ](?:know[ ]better|do[ ](?:his|her|their|your|the)[ ]job|learn[ ]to|learn[ ]how|grow[ ]up|wake[ ]up)
          # Ben was supposed to watch the rollout but didn't
        | {{Whom}}{{So}}[ ](?:was|were)(?:n'?t)?[ ](?:supposed|meant|told|expected|asked)[ ](?:not[ ])?to[ ][a-z]+[^.\n]{0,60}?[ ,](?:but|and|yet)(?:[ ](?:\uE000|they|you|instead|then|of[ ]course))*[ ](?:did(?:n'?t|[ ]not)|never|forgot|failed|went|still|ignored)
          # Ana of all people
        | {{Who}}[ ],?of[ ]all[ ]people\b
          # he ought to know this by now
        | {{Whom}}[ ](?:ought[ ]to|should|must)[ ]know[ ](?:this|that|it|better)[ ](?:by[ ]now|already)
          # she knows better than that
        | \uE000[ ]knows?[ ]better[ ]than[ ](?:that|this|to)\b
          # Ana could have simply asked
        | \uE000[ ](?:might|could)[ ]have[ ](?:\w+ly[ ]|at[ ]least[ ]|just[ ])?(?:checked|asked|tested|told|read|waited|thought|looked|said)\b
          # It was Chidi's job to check the certificates
        | \b(?:it|that)(?:'s|[ ]was|[ ]is)[ ]\uE000's[ ](?:only[ ]|damn[ ])?job\b
          # Ana knew better
        | \uE000[ ]knew[ ]better\b
        """, Options)]
    private static partial Regex Pattern();
}
