using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Glossary;

public static class ExplainTerm
{
    public static Decision Decide(Call call, Situation now)
    {
        var asked = string.Join(' ', call.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"', '\'', '`', '*', '.', ',', ':', ';', '?', '!');
        var card = asked.Length == 0 ? GlossaryCards.All(now)
            : GlossaryTerms.Find(asked) is { } term ? GlossaryCards.Of(term)
            : GlossaryCards.Unknown(asked, NearestWord.Of(asked, GlossaryTerms.Words) is { } near ? GlossaryTerms.Find(near) : null, now);
        return new() { Say = [new Whisper(call.Place, call.By.Ref, card)] };
    }
}
