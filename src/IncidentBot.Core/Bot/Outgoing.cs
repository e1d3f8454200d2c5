using IncidentBot.Core.Chat;
using IncidentBot.Core.Exports.Folder;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Webhooks;

namespace IncidentBot.Core.Bot;

/// <summary>Adds to a decision what is to be done outside of chats because of it. The one place that knows, for every use case; pure, as the decision is.</summary>
public static class Outgoing
{
    public static Decision With(Decision decision, ChatEvent said, Situation now) => With(
        new Changes(decision, [.. now.Read], said.At, review => now.Incident is { } incident && incident.Id == review.Incident ? Draft.Of(new(said, incident, review, now)) : null), now.Settings);

    /// <summary>For scheduled work, which publishes nothing.</summary>
    public static Decision With(Decision decision, Standing standing) => With(new Changes(decision, [.. standing.Read], standing.Now, _ => null), standing.Settings);

    private static Decision With(Changes changes, BotSettings settings)
    {
        if (changes.Decision.Save.Count == 0) return changes.Decision;
        Saying[] errands =
        [
            .. settings.Webhooks.Receivers.Count > 0 ? WhatHappened.In(changes, settings.Blameless.PublishRoles).SelectMany(happened => happened.For(settings.Webhooks)) : [],
            .. settings.Exports.ToFolder ? changes.Published.SelectMany(published => SaveToFolder.Of(published.Version, published.Draft, settings.Exports)) : [],
        ];
        return errands.Length == 0 ? changes.Decision : changes.Decision.And(new() { Say = errands });
    }
}
