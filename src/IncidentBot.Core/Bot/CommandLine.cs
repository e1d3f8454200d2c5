using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Bot;

/// <summary>A command text split into the command's word and the rest.</summary>
/// <param name="Command">Null when the word names none.</param>
public sealed record CommandLine(Command? Command, Call Call)
{
    private const string Invisible = "\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF";

    /// <summary>An empty text is <c>help</c>. Case does not matter; curly quotes are made straight; punctuation around the first word, and the bot's own name before it, are dropped.</summary>
    public static CommandLine Read(CommandGiven given)
    {
        var (word, rest) = TakeWord(Straighten(given.Text));
        while (IsOwnName(word) && rest.Length > 0) (word, rest) = TakeWord(rest);
        if (word.Length == 0 && rest.Length > 0) (word, rest) = TakeWord(rest);
        return (word.Length == 0 || IsOwnName(word)) && rest.Length == 0
            ? new(BotTables.Command("help"), new(given, "help", ""))
            : new(BotTables.Command(word), new(given, word, rest));
    }

    private static (string Word, string Others) TakeWord(string text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        var (start, stop) = (0, end);
        while (start < stop && IsStray(text[start])) start++;
        while (stop > start && IsStray(text[stop - 1])) stop--;
        return (text[start..stop].ToLowerInvariant(), text[end..].Trim());
    }

    private static bool IsStray(char c) => char.IsPunctuation(c) || char.IsSymbol(c) || Invisible.Contains(c);

    private static bool IsOwnName(string word) => word is "incident" or "incidentbot" && BotTables.Command(word) is null;

    internal static string Straighten(string text) => text
        .Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('‟', '"').Replace('«', '"').Replace('»', '"')
        .Replace('‘', '\'').Replace('’', '\'').Replace('‚', '\'').Replace('‛', '\'')
        .Trim().Trim([.. Invisible]).Trim();
}
