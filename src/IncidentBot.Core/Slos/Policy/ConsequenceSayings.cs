using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>The card of a consequence, and its entries on the timeline.</summary>
internal static class ConsequenceSayings
{
    /// <summary>Another one each time that it begins.</summary>
    public static string CardKey(Consequence one) => $"consequence:{one.Since.UtcTicks.ToString(CultureInfo.InvariantCulture)}:{one.Key}";

    /// <summary>The card as it reads now, where it stands.</summary>
    public static Say Card(Place place, Consequence one, Slo? slo, string prefix) => new(place, PolicyCards.Told(one, slo, prefix), CardKey(one));

    /// <summary>What a change of it is to everybody: its card, a line where it is told, and an entry on the timeline of its incident.</summary>
    /// <param name="line">Said where the card stands.</param>
    public static Decision Changed(Consequence one, ChatEvent said, Situation now, string entry, RichText line)
    {
        var slo = now.Settings.Slos.Find(one.Slo);
        var place = ConsequencePlace.Of(one, slo, now.Incident is { } here && (one.Incident == here.Id || one.Because.Contains(here.Id)) ? here : null, now.Settings);
        return new()
        {
            Save = [one],
            Record = one.Incident is { } incident ? [Entry(one, incident, said.At, said.By, entry, now.Incident is { IsOpen: false } about && about.Id == incident)] : [],
            Say =
            [
                Card(place ?? said.Place, one, slo, now.CommandPrefix) with { OnlyUpdate = true },
                .. place is null ? [] : new Saying[] { new Say(place, Chat.Card.Of(line)) },
                .. place is null || place.Channel != said.Place.Channel ? [new Whisper(said.Place, said.By.Ref, Chat.Card.Of(line))] : Array.Empty<Saying>(),
            ],
        };
    }

    public static TimelineEntry Entry(Consequence one, IncidentId incident, DateTimeOffset at, Person by, string text, bool afterResolution) => new()
    {
        Id = $"policy:{one.Key}:{one.Version.ToString(CultureInfo.InvariantCulture)}",
        Incident = incident,
        Kind = EntryKind.Review,
        At = at,
        By = by,
        Text = text,
        AfterResolution = afterResolution,
    };

    /// <summary>Who applies the policy, where a person stands otherwise.</summary>
    public static Person Policy(string workspace) => new(new(workspace, "policy"), "the error budget policy");
}
