using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>Lists incidents, newest first, to the one who asks. Private ones only to their members.</summary>
public static class ListIncidents
{
    private const int Most = 50;
    private const int MostLookedAt = 1000; // some may be private

    public static Needs NeedsOf(Call call) => new() { Incidents = QueryOf(call) };

    public static Decision Decide(Call call, Situation now)
    {
        var query = QueryOf(call);
        var seen = now.Incidents.Where(incident => incident.VisibleTo(call.By.Ref)).ToList();
        return new() { Say = [new Whisper(call.Place, call.By.Ref, ListCards.List(seen, query, Most, now.CommandPrefix))] };
    }

    private static IncidentQuery QueryOf(Call call)
    {
        var words = call.Words.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var scope = words is [var first, ..] ? first.ToLowerInvariant() : "";
        return scope is "open" or "all"
            ? new(scope == "open", words.ElementAtOrDefault(1)?.Trim().Trim('"') ?? "", MostLookedAt)
            : new(OpenOnly: true, call.Words.Trim('"'), MostLookedAt);
    }
}
