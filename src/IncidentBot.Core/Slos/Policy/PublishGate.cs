using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>A postmortem that lacks what a rule requires is neither published nor declared unneeded, unless somebody sets the rule aside with a reason.</summary>
internal static class PublishGate
{
    /// <summary>Null when nothing stands in the way.</summary>
    public static Decision? RefusesToPublish(Incident incident, ChatEvent said, Situation now) =>
        RequiredItem.Has(now.ActionItems) ? null : Refused(incident, said, now, PublishGateCards.NotPublished);

    /// <summary>Null when nothing stands in the way.</summary>
    public static Decision? RefusesToWaive(Incident incident, ChatEvent said, Situation now) =>
        Refused(incident, said, now, PublishGateCards.NotWaived);

    /// <summary>The postmortem is published or declared unneeded: the rules for it end, and say so.</summary>
    public static Decision Passed(ReviewTurn turn) => Passed(turn.Incident, turn.Said, turn.Now, RequiredItem.Has(turn.Now.ActionItems) ? ConsequenceEnd.Fulfilled : ConsequenceEnd.SetAside);

    public static Decision Waived(Incident incident, ChatEvent said, Situation now) => Passed(incident, said, now, ConsequenceEnd.SetAside);

    private static Decision Passed(Incident incident, ChatEvent said, Situation now, ConsequenceEnd end) => RequiredItem.Rules(incident, now)
        .Select(one => one.End(end, said.At))
        .Select(ended => ConsequenceSayings.Changed(ended, said, now, PolicyCards.EndedEntry(ended), PolicyCards.Ended(ended)))
        .Aggregate(Decision.Nothing, (all, one) => all.And(one));

    // One that begins by a figure of just now is begun here, so that it can be set aside as any other.
    private static Decision? Refused(Incident incident, ChatEvent said, Situation now, Func<Incident, IReadOnlyList<Consequence>, string, Card> card)
    {
        var begins = FollowPolicy.Begin(incident, said, now).Aggregate(Decision.Nothing, (all, one) => all.And(one));
        Consequence[] rules = [.. RequiredItem.Rules(incident, now).Where(one => one.Override is null), .. begins.Save.OfType<Consequence>()];
        return rules.Length == 0 ? null : begins.And(new() { Say = [new Whisper(said.Place, said.By.Ref, card(incident, rules, now.CommandPrefix))] });
    }
}
