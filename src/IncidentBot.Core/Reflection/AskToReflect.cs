using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Reflection;

/// <summary>Puts the workbook's two exercises to the team of a channel, or shows what was answered.</summary>
public static class AskToReflect
{
    public static Needs NeedsOf(Call call) => Addressed.NeedsOf(call) with { Rounds = true, Counters = true };

    public static Decision Decide(Call call, Situation now)
    {
        if (now.Incident is null && NeedsOf(call).Incident is not null) return call.Refuse(HelpCards.NotVisible(now));
        return Addressed.Stripped(call).Words.Trim('.', '?', '!', ' ').ToLowerInvariant() switch
        {
            "" => Ask(call, now),
            "results" or "result" => Show(call, now),
            _ => call.Refuse(ReflectionCards.Usage(now.CommandPrefix)),
        };
    }

    private static Decision Ask(Call call, Situation now)
    {
        var here = Here(call, now).FirstOrDefault(round => round.Incident is null && round.IsOpen(call.At));
        if (here is not null) return new() { Say = [new Whisper(call.Place, call.By.Ref, ReflectionCards.Asked(here, now.CommandPrefix))] };
        var counter = now.RoundCounter.Next();
        var round = new ReflectionRound { Id = RoundId.Numbered(call.Place.Channel.Workspace, counter.Value), Place = call.Place, Week = Anonymity.WeekOf(call.At) };
        return new() { Save = [counter, round], Say = [new Say(call.Place, ReflectionCards.Asked(round, now.CommandPrefix), CardKeys.Reflection(round.Id))] };
    }

    private static Decision Show(Call call, Situation now) =>
        new() { Say = [.. ReflectionResultCards.Results([.. Here(call, now)], now.CommandPrefix).Select(card => new Whisper(call.Place, call.By.Ref, card))] };

    /// <summary>The rounds of this place, and the pulse of the incident that is named or whose room it is.</summary>
    private static IEnumerable<ReflectionRound> Here(Call call, Situation now) =>
        now.Rounds.Where(round => round.Incident is { } incident ? incident == now.Incident?.Id : round.Place == call.Place || round.Place == call.Place.Top);
}
