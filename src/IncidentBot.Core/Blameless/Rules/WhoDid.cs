using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Asks who instead of what: "who broke the build?"</summary>
internal static partial class WhoDid
{
    public static BlamelessRule Rule { get; } = new("who-did",
        "Asking who makes people careful with what they tell. Asking what and how does not.",
        "“How did the change reach production?”",
        Pattern());

    [GeneratedRegex("""
          # who broke the build?
          \bwho[ ](?:actually[ ]|even[ ])?(?:broke(?!n)|caused|screwe?d|messed|botched|forgot|let[ ]this|killed[ ]prod|is[ ]responsible[ ]for[ ](?:this|breaking)|did[ ]this|allowed[ ]this|(?:approved|wrote|merged|deployed|reviewed|signed[ ]off)[ ](?:on[ ])?(?:this|that)[ ](?:mess|garbage|crap|nonsense|shit|disaster|junk)|dropped[ ]the[ ]ball|failed[ ]to|was[ ]asleep|(?:fell|slept)[ ](?:asleep|through)|ignored)
          # who the hell caused this
        | \bwho[ ](?:the[ ](?:hell|heck|f\w*)|on[ ]earth|tf|in[ ]their[ ]right[ ]mind)\b
          # who thought this was a good idea?
        | (?:^|[.;,!?:\n-][ ]*|\b(?:and|so|but)[ ])who[ ](?:deleted|dropped|wiped|turned[ ]off|switched[ ]off|disabled|left|touched|unplugged|thought|decided[ ]it|said[ ]it[ ]was[ ]ok)\b
          # we need to find out who pushed the change
        | \bfind[ ]out[ ]who[ ](?:broke|caused|did|pushed|approved|deployed|merged|deleted|dropped|signed|let|left)
          # which of you pushed this?
        | \b(?:which|name|names)[ ](?:one[ ])?of[ ](?:you|them|us|the[ ](?:devs|engineers|ops))[ ](?:broke|did|pushed|deleted|touched|forgot|merged|ran)
          # I want names
        | \b(?:want|need|give[ ]me|tell[ ]me|know)[ ](?:to[ ]know[ ])?(?:names|a[ ]name|the[ ]name[ ]of[ ]whoever|who[ ]did)\b
          # I want to know which developer signed off on it
        | \bwhich[ ](?:developer|engineer|one|person|idiot|genius|admin|reviewer|of[ ]the[ ]\w+)[ ](?:broke|did[ ]this|signed[ ]off|screwed|let[ ]this|messed|approved[ ]this|pushed[ ]this|merged[ ]this)
          # who signed off on this
        | \bwho[ ](?:signed[ ]off|approved|merged|pushed|wrote|deployed|reviewed)[ ](?:on[ ])?(?:this|that)(?=[ ]*(?:[?!]|$))
          # who approved this change??
        | \bwho[ ](?:approved|reviewed|signed[ ]off|let)[ ](?:on[ ])?(?:this|that)(?:[ ]\w+)?(?=[ ]*\?)
        """, Options)]
    private static partial Regex Pattern();
}
