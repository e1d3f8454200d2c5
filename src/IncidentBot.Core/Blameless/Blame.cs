using System.Text.RegularExpressions;

namespace IncidentBot.Core.Blameless;

/// <summary>Finds wording that blames a person, or that stops at "human error". By rules alone, so the same text always reads the same.</summary>
public static partial class Blame
{
    public static IReadOnlyList<BlamelessRule> Rules => BlamelessRules.All;

    /// <summary>The gravest of what is found; null when there is nothing.</summary>
    /// <param name="people">Those of the incident.</param>
    public static BlameFound? In(string text, NamedPeople people)
    {
        var read = PeopleInText.Of(text, people);
        return Rules.Select(rule => In(read, rule)).FirstOrDefault(found => found is not null);
    }

    private static BlameFound? In(PeopleInText read, BlamelessRule rule)
    {
        for (var match = rule.Pattern.Match(read.Text); match.Success; match = match.NextMatch())
            if (!IsDenied(read.Text, match.Index)) return new(rule, read.Original(match.Index, match.Length).Trim());
        return null;
    }

    /// <summary>"It was not Ben's fault", "we never ask who broke it": a few words before say that it is not so. "No, Ben broke it" and "nothing would be down if Ben had looked" do not.</summary>
    private static bool IsDenied(string text, int index) => Denial().IsMatch(text[Math.Max(0, index - 60)..index]);

    [GeneratedRegex("""\b(?:not|isn'?t|wasn'?t|aren't|weren't|don'?t|doesn'?t|didn'?t|never|without|avoid|avoids|avoided|instead[ ]of|rather[ ]than|nobody|no[ ]one|no|stop|stops|stopped|stopping|nothing|neither|nor|than|beyond|unlike|cannot|can't|wouldn't|hardly|regardless[ ]of|no[ ]matter|not[ ]about)(?:[ :'"‘“]+(?!(?:but|if|unless|when|until|why|how|because|since|would[ ](?:be[ ](?:here|down|awake|up)|have[ ]happened))\b)[\w'-]+){0,4}[ :'"‘“]*$""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Denial();
}
