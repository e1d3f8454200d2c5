using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>Posts a published version's file. That of a private incident is posted in its room only.</summary>
public static class ShowVersion
{
    public static Decision Decide(Call call, Situation now) => ReviewTurn.With(call.Said, now, turn =>
    {
        if (turn.Review.Publications.Count == 0) return call.Refuse(VersionCards.NonePublished(turn.Incident));
        if (now.PublishedVersion is not { } version) return call.Refuse(VersionCards.NoSuchVersion(turn.Review));
        if (turn.Incident.Private && !turn.IsHome) return call.Refuse(VersionCards.OnlyInItsRoom(turn.Incident));
        return new() { Say = [new Upload(call.Place, VersionCards.FileName(version), version.Markdown, VersionCards.File(version, turn.Incident, now.Settings.Blameless.PublishRoles))] };
    });
}
