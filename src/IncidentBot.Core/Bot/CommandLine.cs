using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Bot;

/// <summary>A command text split into the command's word and the rest.</summary>
/// <param name="Command">Null when the word names none.</param>
public sealed record CommandLine(Command? Command, Call Call)
{
    /// <summary>An empty text is <c>help</c>. Case does not matter; curly quotes are made straight and punctuation around the first word is dropped.</summary>
    public static CommandLine Read(CommandGiven given)
    {
        var text = Straighten(given.Text).Trim();
        var end = text.IndexOfAny([' ', '\t', '\n', '\r', '\u00A0']);
        var word = (end < 0 ? text : text[..end]).Trim('/', ':', ',', '.', '!', '?', ';', '"', '\'', '`', '*', '_').ToLowerInvariant();
        var rest = end < 0 ? "" : text[end..].Trim();
        return word.Length == 0 && rest.Length == 0
            ? new(BotTables.Command("help"), new(given, "help", ""))
            : new(BotTables.Command(word), new(given, word, rest));
    }

    private static string Straighten(string text) => text
        .Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('‟', '"').Replace('«', '"').Replace('»', '"')
        .Replace('‘', '\'').Replace('’', '\'').Replace('‚', '\'').Replace('‛', '\'');
}
