using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Files;

/// <summary>The words around a file.</summary>
internal static class FileCards
{
    private const int ParagraphCharacters = 2000;

    public static Card Download(RichText comment, string fileName, Uri address) => new(
        comment.ToPlainText() is { Length: > 0 } words ? words : fileName,
        new Paragraph(comment),
        new Paragraph(RichText.Of($"{RichText.Link(address.AbsoluteUri, $"Download {fileName}")}. The link works for {(int)KeptFiles.Kept.TotalDays} days, for everybody who has it.")));

    /// <summary>The file as text, where browsers cannot reach the program.</summary>
    public static Card Text(RichText comment, string fileName, string content) => new(
        comment.ToPlainText() is { Length: > 0 } words ? words : fileName,
        [
            new Paragraph(comment),
            new Paragraph(RichText.Of($"It can be downloaded as {RichText.Code(fileName)} once {RichText.Code("Teams:PublicUrl")} is set. Until then it stands here as text.")),
            .. Paragraphs(content).Select(text => new Paragraph(text)),
        ]);

    /// <summary>Instead of the file, where browsers cannot reach the program and its text is not for reading.</summary>
    public static Card Unreachable(RichText comment, string fileName) => new(
        comment.ToPlainText() is { Length: > 0 } words ? words : fileName,
        new Paragraph(comment),
        new Paragraph(RichText.Of($"{RichText.Code(fileName)} can be downloaded once {RichText.Code("Teams:PublicUrl")} is set. Until then, ask for Markdown: that is posted as text.")));

    private static IEnumerable<string> Paragraphs(string content)
    {
        for (var at = 0; at < content.Length;)
        {
            var length = Math.Min(ParagraphCharacters, content.Length - at);
            if (at + length < content.Length)
            {
                var line = content.LastIndexOf('\n', at + length - 1, length);
                length = line > at ? line - at + 1 : Math.Max(1, Excerpt.WholeCharacters(content.Substring(at, length + 1), length));
            }
            if (content.Substring(at, length).Trim('\r', '\n') is { Length: > 0 } text) yield return text;
            at += length;
        }
    }
}
