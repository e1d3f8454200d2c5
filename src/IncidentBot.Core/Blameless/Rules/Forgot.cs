using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Says that somebody forgot: "the on-call forgot the second region".</summary>
internal static partial class Forgot
{
    public static BlamelessRule Rule { get; } = new("forgot",
        "Anybody forgets under load. What reminded them, or what could?",
        "“The step stands in a wiki page, and nothing asks for it during the rollout.”",
        Pattern());

    [GeneratedRegex($$"""
          # the on-call forgot to ack
          (?:{{Whom}}|\bwe[ ]all|\bnobody[ ]but[ ]\uE000){{So}}[ ](?:forgot|forgets|forgott?en|forgt|fogot|had[ ]forgotten|has[ ]forgotten|keeps?[ ]forgetting|neglected|neglects|omitted[ ]to|did(?:n'?t|[ ]not)[ ](?:remember|bother)|never[ ](?:bothered|remembered))\b(?![ ](?:nothing|none))
          # the step was forgotten by Chidi
        | \bforgotten[ ]by[ ]\uE000
          # it slipped Ana's mind
        | \bslipped[ ]\uE000's[ ]mind
          # they forgot to remove the old flag
        | (?<=^|[.;\n-][ ]?)(?:(?!it|we|that|this|which|nothing|nobody|cron|and|but)[\w@-]{2,20}[ ])?(?:forgot|neglected)[ ]to[ ](?:tell|check|test|run|add|update|renew|escalate|notify|read|set|enable|disable|remove|roll|merge|push|deploy|restart|page|write|include|review|inform|verify|revert|look|do|call|ask|turn|switch|rotate|raise|follow|document)\b
          # Ana turned off the alert and forgot to turn it on again
        | \uE000{{So}}[ ][^.;\n]{2,60}[ ](?:and|but|then)[ ](?:then[ ]|simply[ ]|just[ ])?forgot\b
        """, Options)]
    private static partial Regex Pattern();
}
