using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Glossary;

public static class GlossaryCards
{
    private const int LongestEcho = 40;

    public static Card All(Situation now) => new("The terms of the glossary",
    [
        new Heading("Glossary"),
        new Facts([.. GlossaryTerms.Groups.Select(group => new LabelledText(group.Title, string.Join(", ", group.Terms.Select(term => term.Name))))]),
        new Paragraph(RichText.Of($"{Typed("TERM", now)} explains one.")),
    ]);

    public static Card Of(GlossaryTerm term)
    {
        List<CardBlock> blocks = [new Heading(term.Name), new Paragraph(term.Meaning)];
        if (term.SeeAlso.Count > 0) blocks.Add(new Paragraph(RichText.Of($"See also: {string.Join(", ", term.SeeAlso)}")));
        return new($"{term.Name}: {term.Meaning}", blocks);
    }

    /// <summary>A term that is not known, with the one that was probably meant, else with the list.</summary>
    public static Card Unknown(string asked, GlossaryTerm? meant, Situation now)
    {
        var sentence = RichText.Of($"“{(asked.Length > LongestEcho ? $"{asked[..LongestEcho]}…" : asked)}” is not in the glossary.");
        if (meant is null) return new(sentence.ToPlainText(), [new Paragraph(sentence), .. All(now).Blocks]);
        sentence = RichText.Of($"{sentence} The nearest term is {RichText.Bold(meant.Name)}; {Typed("", now)} lists all.");
        return new(sentence.ToPlainText(), [new Paragraph(sentence), .. Of(meant).Blocks]);
    }

    private static TextSpan Typed(string words, Situation now) => RichText.Code($"{now.CommandPrefix} glossary {words}".TrimEnd());
}
