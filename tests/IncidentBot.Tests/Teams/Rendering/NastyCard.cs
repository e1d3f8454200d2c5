using IncidentBot.Core.Chat;
using IncidentBot.Tests.Cards;

namespace IncidentBot.Tests.Teams.Rendering;

/// <summary>A card and a form with the same words in every place where people's words can stand.</summary>
internal static class NastyCard
{
    public static Card Of(string words)
    {
        var elsewhere = new Person(new("slack:T1", "U1"), words);
        var here = new Person(SampleChat.Teams.Person("U0ANA"), words);
        var plain = RichText.Of($"{words}{RichText.Bold(words)}{RichText.Italic(words)}{RichText.Code(words)}{RichText.Link("https://x.test", words)}{elsewhere}");
        var mentioning = plain + RichText.Of($"{here}");
        return new(
            words,
            new Heading(words),
            new Heading(words, 2),
            new Paragraph(plain),
            new Paragraph(mentioning),
            new Bullets([words, mentioning]),
            new Facts([new(words, plain)]),
            new Quote(words, mentioning),
            new Table([words], [[plain]]),
            new Choices([new("a.b", words, words)]));
    }

    public static Form Form(string words) =>
        new("a.b", words, words, words, [new TextField("text", words) { Hint = words, Initial = words }, new ChoiceField("choice", words, [new("1", words)]), new PersonField("person", words)]);
}
