using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Stops at human error: "root cause: human error", "caused by user error".</summary>
internal static partial class HumanError
{
    public static BlamelessRule Rule { get; } = new("human-error",
        "It ends the search one step too early. What made the error easy, and what let it through?",
        "“The form accepts an empty list and applies it to every host.”",
        Pattern());

    /// <summary>Words after which it is a system's term, or after which the writer looks further.</summary>
    private const string Further = """(?:rates?|logs?|messages?|codes?|pages?|handl\w*|report\w*|count\w*|budget|track\w*|volume|metric\w*|display\w*|dialog\w*|class|type|response\w*|labels?|is[ ](?:never|not|only|just|a[ ]symptom|a[ ]label|the[ ]beginning|where|no[ ]|an?[ ](?:effect|symptom|label))|are[ ](?:never|not|symptoms|shown|displayed|rare|common|returned|counted|logged|tracked|measured|up|down|flat)|isn't|was[ ]not|wasn't|as[ ]an?[ ](?:root|symptom|starting|answer|explanation|cause)|in[ ]the[ ](?:ui|log|form)|(?:hides|explains|tells|says)\b|s[ ]\()""";

    [GeneratedRegex($$"""
          # human failure
          (?<!\w)(?<!(?:calling|call|called|labell?ing|named?|naming)[ ](?:it|this|that)[ ])(?<!\b(?:write|blame|says?|word|words|label|term|phrase|about)[ ])(?:human|operator|pilot|manual|engineer|developer|admin|(?<=(?:was|is|be|just|of|to|by|pure|simple|plain|classic|typical|a|an|from|as|'s|:|=|-)[ ]|^)user)[ -]?(?:errors?|mistakes?|oversight|human[ ]failure|failure(?=[ ]*(?:[.,;!?\n]|$)))\b(?![ ]?{{Further}})
          # PEBKAC
        | \bPEBKAC\b
          # PICNIC problem again
        | \bPICNIC[ ](?:error|problem|issue)
          # problem exists between keyboard and chair
        | \b(?:between|behind)[ ](?:the[ ])?(?:keyboard|chair|screen)[ ]and[ ](?:the[ ])?(?:chair|keyboard|screen)
          # a layer 8 issue
        | \blayer[ ]8[ ](?:problem|issue|error)
          # ID10T
        | \bID-?10-?T\b
          # fat finger by ana
        | \bfat-?[ ]?finger(?:ed|ing|s)?\b
          # error by the operator
        | \berror[ ](?:by|of|on[ ]the[ ]part[ ]of)[ ]the[ ]operator
          # the human element failed
        | \bthe[ ]human[ ](?:factor|element)[ ](?:failed|again|was)
          # just a human mistake
        | \bjust[ ]a[ ]human[ ](?:slip|mistake|error)
          # finger trouble in the night
        | \bfinger[ ]trouble\b
          # human factor
        | (?:^|[:=-][ ]?|\b(?:to|of|was|is)[ ](?:the[ ])?)human[ ]factors?(?=[ ]*(?:[.,!\n]|$))
        """, Options)]
    private static partial Regex Pattern();
}
