using System.Text;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Events.Text;

/// <summary>A message as people see it.</summary>
/// <param name="Mentions">The people that it mentions, in the order in which they stand; never the bot.</param>
/// <param name="ToBot">The text without the bot's own mention; null when it does not mention the bot.</param>
internal sealed record MessageText(string Text, IReadOnlyList<Person> Mentions, string? ToBot)
{
    /// <param name="who">Whom a mention means; null when nobody can tell.</param>
    public static async ValueTask<MessageText> OfAsync(IReadOnlyList<TextPiece> pieces, Func<TextPiece, ValueTask<Mentioned?>> who)
    {
        var (text, toBot, mentions, isToBot) = (new StringBuilder(), new StringBuilder(), new List<Person>(), false);
        PersonRef? last = null; // a name of two words may come as two mentions of one person
        foreach (var piece in pieces)
        {
            if (piece.Mention is null)
            {
                if (!string.IsNullOrWhiteSpace(piece.Text)) last = null;
                text.Append(piece.Text);
                Append(toBot, piece.Text);
                continue;
            }
            var mentioned = await who(piece);
            var shown = "@" + (mentioned?.Person.Name ?? piece.Text);
            if (mentioned is not null && mentioned.Person.Ref == last) continue;
            last = mentioned?.Person.Ref;
            text.Append(shown);
            if (mentioned is { IsBot: true })
            {
                isToBot = true;
                continue;
            }
            Append(toBot, shown);
            if (mentioned is { IsPerson: true }) mentions.Add(mentioned.Person);
        }
        return new(text.ToString().Trim(), [.. mentions.DistinctBy(person => person.Ref)], isToBot ? toBot.ToString().TrimStart(' ', '\n', ',', ':').TrimEnd() : null);
    }

    // Where a mention was taken out there are not two spaces.
    private static void Append(StringBuilder words, string more) => words.Append(words.Length > 0 && words[^1] == ' ' && more.StartsWith(' ') ? more[1..] : more);
}

/// <summary>Whom a mention means.</summary>
/// <param name="IsPerson">Not another bot, a tag, a team or a channel.</param>
internal sealed record Mentioned(Person Person, bool IsBot, bool IsPerson);
