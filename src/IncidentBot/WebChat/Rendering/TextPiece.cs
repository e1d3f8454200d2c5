using System.Text.RegularExpressions;

namespace IncidentBot.WebChat.Rendering;

public enum TextPieceKind
{
    Words,
    Link,
    Mention,
}

/// <summary>What people type, cut where it names a web address or a person. Put together again it is the same text.</summary>
public sealed partial record TextPiece(TextPieceKind Kind, string Text)
{
    private static readonly char[] NotAtTheEnd = ['.', ',', ';', ':', '!', '?', '\'', '"', ')', ']', '*', '_'];

    public static IEnumerable<TextPiece> Cut(string text, IReadOnlyCollection<string> names)
    {
        var done = 0;
        foreach (Match match in Special().Matches(text))
        {
            var found = match.Value[0] == '@' ? match.Value : match.Value.TrimEnd(NotAtTheEnd);
            var kind = match.Value[0] != '@' ? TextPieceKind.Link : names.Contains(found[1..]) ? TextPieceKind.Mention : TextPieceKind.Words;
            if (kind is TextPieceKind.Words) continue;
            if (match.Index > done) yield return new(TextPieceKind.Words, text[done..match.Index]);
            yield return new(kind, found);
            done = match.Index + found.Length;
        }
        if (done < text.Length) yield return new(TextPieceKind.Words, text[done..]);
    }

    [GeneratedRegex(@"\bhttps?://[^\s<>]+|(?<![\p{L}\p{N}_@])@[\p{L}\p{N}_]+(-[\p{L}\p{N}_]+)*", RegexOptions.IgnoreCase)]
    private static partial Regex Special();
}
