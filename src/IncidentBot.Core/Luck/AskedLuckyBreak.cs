using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Luck;

/// <summary>The lucky break that a command, button or form is about, as far as the person may see it.</summary>
internal static class AskedLuckyBreak
{
    public static Needs NeedsOf(Place place, string words) => new() { LuckyBreak = IdIn(place, words), Postmortem = true, Counters = true };

    public static LuckyBreakId? IdIn(Place place, string words) => LuckyBreakId.TryParse(place.Channel.Workspace, words.Trim().Trim('#', '.', ',', ':', ';', '?', '!', '`', '"', '\'', '*', '(', ')'));

    /// <summary>Null when there is none, or its answer was taken back.</summary>
    public static LuckyBreak? In(Place place, string words, Situation now) =>
        IdIn(place, words) is { } id && now.LuckyBreak is { TakenBack: false } one && one.Id == id && now.Incident?.Id == one.Incident ? one : null;

    public static Decision Decide(ChatEvent said, string words, Situation now, Func<LuckyBreak, Incident, Decision> decide) =>
        In(said.Place, words, now) is { } one && now.Incident is { } incident ? decide(one, incident) : Decision.Refuse(said, LuckCards.Unknown(IdIn(said.Place, words)?.Label ?? words, now.CommandPrefix));
}
