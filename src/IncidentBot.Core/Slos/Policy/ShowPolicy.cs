using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Slos.Policy;

/// <summary><c>policy</c>: what is agreed and what stands; <c>policy ack NAME</c>, <c>policy override NAME REASON</c>, <c>policy planned NAME WHERE</c>.</summary>
public static class ShowPolicy
{
    public static Decision Decide(Call call, Situation now)
    {
        if (now.Settings.Slos.Catalogue.Count == 0) return call.Refuse(PolicyListCards.NoSlos);
        var (verb, rest) = Split(call.Words);
        var (name, text) = Split(rest);
        return verb.ToLowerInvariant() switch
        {
            "" => new() { Say = [new Say(call.Place, PolicyListCards.Agreed([.. AskedConsequence.StandingByNow(now)], now))] },
            "ack" or "acknowledge" => AskedConsequence.Named(call, name, now, one => AcknowledgeConsequence.Acknowledge(one, call.Said, now)),
            "override" or "aside" => AskedConsequence.Named(call, name, now, one => SetConsequenceAside.SetAside(one, text, call.Said, now)),
            "planned" or "plan" => AskedConsequence.Named(call, name, now, one => PlanConsequence.Plan(one, text, call.Said, now)),
            _ => call.Refuse(PolicyListCards.Usage(now.CommandPrefix)),
        };
    }

    private static (string Word, string After) Split(string words) => words.Trim().Split((char[]?)null, 2) is [var word, var rest] ? (word.TrimEnd(':', ','), rest.Trim()) : (words.Trim(), "");
}
