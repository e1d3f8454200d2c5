using IncidentBot.Core.Chat;
using IncidentBot.Core.Exports.Folder;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Webhooks;

namespace IncidentBot.Core.Bot;

/// <summary>Adds to a decision what is to be done outside of chats because of it. The one place that knows, for every use case; pure, as the decision is.</summary>
public static class Outgoing
{
    public static Decision With(Decision decision, ChatEvent said, Situation now) => MayTell(decision, now.Settings) ? With(Changed(decision, said, now), now.Settings) : decision;

    /// <summary>For scheduled work, which publishes nothing.</summary>
    public static Decision With(Decision decision, Standing standing) =>
        MayTell(decision, standing.Settings) ? With(new Changes(decision, [.. standing.Read], standing.Now, _ => null), standing.Settings) : decision;

    // Asked for every message of every room: it takes nothing where nobody is told.
    private static bool MayTell(Decision decision, BotSettings settings) => decision.Save.Count > 0 && (settings.Webhooks.Receivers.Count > 0 || settings.Exports.ToFolder);

    private static Changes Changed(Decision decision, ChatEvent said, Situation now) =>
        new(decision, [.. now.Read], said.At, review => now.Incident is { } incident && incident.Id == review.Incident ? Draft.Of(new(said, incident, review, now)).Since(now.PublishedVersion) : null);

    private static Decision With(Changes changes, BotSettings settings)
    {
        Saying[] errands =
        [
            .. settings.Webhooks.Receivers.Count > 0 ? WhatHappened.In(changes, settings.Blameless.PublishRoles).SelectMany(happened => happened.For(settings.Webhooks)) : [],
            .. settings.Exports.ToFolder ? changes.Published.SelectMany(published => SaveToFolder.Of(published.Version, published.Draft, settings.Exports)) : [],
        ];
        return errands.Length == 0 ? changes.Decision : changes.Decision.And(new() { Say = errands });
    }
}
