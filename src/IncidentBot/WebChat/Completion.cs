using System.Text.RegularExpressions;
using IncidentBot.Core.Bot;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <param name="Insert">The whole text before the caret once this is chosen.</param>
public sealed record Completion(string Label, string Help, string Insert);

/// <summary>What could be meant by what stands before the caret.</summary>
public static partial class Completions
{
    private const string Prefix = BrowserChat.CommandPrefix;

    public static IReadOnlyList<Completion> For(string before, IEnumerable<WebPerson> people)
    {
        if (before.StartsWith('/') && CommandWord(before) is { } word) return [.. Commands(word)];
        return MentionAtEnd().Match(before) is { Success: true } mention ? [.. Names(before, mention.Groups["name"], people)] : [];
    }

    /// <summary>The command that is being typed, for the line that shows its form.</summary>
    public static Command? Typed(string text) =>
        text.StartsWith(Prefix + " ", StringComparison.OrdinalIgnoreCase) && text[(Prefix.Length + 1)..].TrimStart().Split(' ', 2) is [var word, _] ? BotTables.Command(word) : null;

    // The command's word as far as it is typed; null once it is typed, or when it is no command of the bot.
    private static string? CommandWord(string before)
    {
        if (Prefix.StartsWith(before, StringComparison.OrdinalIgnoreCase)) return "";
        if (!before.StartsWith(Prefix + " ", StringComparison.OrdinalIgnoreCase)) return null;
        var rest = before[(Prefix.Length + 1)..].TrimStart();
        return rest.Contains(' ') || rest.Contains('\n') ? null : rest;
    }

    private static IEnumerable<Completion> Commands(string word) => BotTables.Commands
        .Where(command => command.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase) || command.Aliases.Any(alias => alias.StartsWith(word, StringComparison.OrdinalIgnoreCase) && word.Length > 0))
        .Select(command => new Completion($"{Prefix} {command.Usage}", command.Help, $"{Prefix} {command.Name} "));

    private static IEnumerable<Completion> Names(string before, Group name, IEnumerable<WebPerson> people) => people
        .Where(person => person.Name.StartsWith(name.Value, StringComparison.OrdinalIgnoreCase))
        .Select(person => new Completion("@" + person.Name, person.TimeZone, before[..name.Index] + person.Name + " "));

    [GeneratedRegex(@"(?<![\p{L}\p{N}_@])@(?<name>[\p{L}\p{N}_]*)$")]
    private static partial Regex MentionAtEnd();
}
