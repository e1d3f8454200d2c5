using System.Text.RegularExpressions;
using static IncidentBot.Core.Blameless.Rules.Wording;

namespace IncidentBot.Core.Blameless.Rules;

/// <summary>Asks for punishment: "heads will roll", "Ben should be fired".</summary>
internal static partial class Punishment
{
    public static BlamelessRule Rule { get; } = new("punishment",
        "Where people fear for themselves, the next incident is hidden longer.",
        "“What would make this safe for anybody to do?”",
        Pattern());

    [GeneratedRegex($$"""
          # fire him
          \b(?:fire|sack|discipline|punish|reprimand|demote|suspend)[ ]\uE000(?![ ](?:an?|off|up|over|the)\b|'s)
          # Ben should be fired for this
        | {{Whom}}{{So}}[ ](?:should|must|needs?[ ]to|ought[ ]to|ha(?:s|ve)[ ]to|deserves?[ ]to|will|would)[ ](?:be|get)[ ](?:fired|sacked|disciplined|punished|reprimanded|demoted|written[ ]up|held[ ](?:to[ ]account|accountable|responsible)|let[ ]go|shown[ ]the[ ]door|suspended|put[ ]on[ ]a[ ]pip|replaced(?![ ](?:by|at|as|on|every))|removed[ ]from[ ](?:the[ ])?(?:team|project|role)|moved[ ]off)
          # people get disciplined for this elsewhere
        | \b(?:disciplined|punished|reprimanded)[ ]for[ ](?:this|that|it|the)\b
          # heads will roll for this one
        | \bheads?[ ](?:will|must|should|need[ ]to|are[ ]going[ ]to)[ ]roll
          # somebody will pay for this
        | \uE000[ ](?:will|must|has[ ]to|should|needs[ ]to|is[ ]going[ ]to)[ ]pay[ ]for[ ](?:this|that|it|what)\b
          # name and shame whoever merged it
        | \bname[ ]and[ ]shame
          # we have to hold them accountable
        | \b(?:hold|make|holding|making)[ ](?:\uE000|them|the[ ]people)[ ](?:accountable|responsible|pay|answer[ ]for)
          # a written warning for Ben
        | \b(?:disciplinary|formal[ ]warning|written[ ]warning|final[ ]warning)[ ](?:action|measures|talk|hearing|for|to)\b
          # a written warning for Ben
        | \b(?:formal|written|final)[ ]warning[ ](?:for|to)[ ]\uE000
          # there will be consequences for the engineer who did it
        | \b(?:consequences|a[ ]warning|a[ ]talking[ ]to|bonus[ ]cut)[ ]for[ ]\uE000
          # report Ana to HR
        | \b(?:report|escalate)[ ]\uE000[ ]to[ ](?:hr|human[ ]resources|management)
          # I will have a word with Ben about his attitude
        | \b(?:have|has|needs?)[ ]a[ ](?:word|serious[ ]talk|stern[ ]talk)[ ]with[ ]\uE000[ ]about[ ](?:\uE000|his|her|their|attitude|behaviou?r)
          # Ben owes us an apology
        | {{Who}}[ ](?:owes?[ ](?:us|everyone|everybody|the|customers)[^.\n]{0,20}[ ]?(?:apology|explanation)|(?:must|should|needs[ ]to|has[ ]to)[ ](?:apologi[sz]e|answer[ ]for|explain[ ](?:himself|herself|themselves|yourself)))
          # Chidi deserves a good talking to
        | {{Whom}}{{So}}[ ](?:needs?|deserves?|should[ ]get|gets?|is[ ]due)[ ]an?[ ](?:serious[ ]|stern[ ]|good[ ]|formal[ ]|written[ ])?(?:talk(?:ing)?(?:[ ]to)?|warning|lesson|reprimand|kick|slap)
          # action: give Chidi a warning
        | \bgive[ ]\uE000[ ]an?[ ](?:formal[ ]|written[ ]|final[ ]|stern[ ])?(?:warning|talking|lecture|dressing|earful)
          # Ben to be spoken to about this
        | \uE000[ ](?:to[ ]be|should[ ]be|must[ ]be|needs[ ]to[ ]be)[ ](?:spoken|talked)[ ]to\b
          # action: ana must write an apology to the customer
        | \uE000[ ](?:must|should|has[ ]to|needs[ ]to|to)[ ](?:write|send|make|give)[ ][^.\n]{0,12}apology
          # replace the contractor
        | \breplace[ ]\uE000(?=[ ]*(?:[.,;!?\n]|$)|[ ]with[ ](?:somebody|someone|a[ ](?:real|proper|competent)|\uE000))
          # make an example of Ben
        | \b(?:make[ ]an[ ]example[ ]of|get[ ]rid[ ]of)[ ]\uE000
          # we need to talk about ben's behaviour
        | \btalk[ ](?:to[ ]\uE000[ ])?about[ ](?:\uE000's|his|her|their)[ ](?:behaviou?r|attitude|performance)\b
        """, Options)]
    private static partial Regex Pattern();
}
