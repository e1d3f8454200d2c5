namespace IncidentBot.Core.Alerts;

/// <summary>What a notification tells of an alert that was not known.</summary>
/// <param name="Alert">As it is to be saved.</param>
internal sealed record AlertNews(Alert Alert, AlertTurn Turn)
{
    /// <summary>What is new in a notification: at most one a fingerprint. Repeats, and what came late, are not.</summary>
    public static IReadOnlyList<AlertNews> In(AlertsHeard heard, AlertLedger ledger)
    {
        var known = ledger.Known.ToDictionary(alert => alert.Fingerprint);
        return
        [
            .. from alert in heard.Alerts.GroupBy(alert => alert.Fingerprint).Select(same => same.MaxBy(alert => alert.StartsAt ?? heard.At)!)
               let news = Of(alert, known.GetValueOrDefault(alert.Fingerprint), heard)
               where news is not null
               orderby news.Alert.StartsAt, news.Alert.Fingerprint
               select news,
        ];
    }

    private static AlertNews? Of(HeardAlert heard, Alert? known, AlertsHeard all)
    {
        var startsAt = heard.StartsAt ?? (known is { IsFiring: true } ? known.StartsAt : heard.Firing || known is null ? all.At : known.StartsAt);
        if (known is not null && startsAt < known.StartsAt)
        {
            // Of several instances of the monitoring the earliest start counts, once it is known: still the same firing, unless it was over before.
            if (!known.IsFiring || heard.Firing || !(heard.EndsAt > known.StartsAt)) return null;
            startsAt = known.StartsAt;
        }
        var isKnownStart = known?.StartsAt == startsAt;
        var alert = new Alert
        {
            Workspace = all.Place.Channel.Workspace,
            Source = all.Source,
            Fingerprint = heard.Fingerprint,
            Group = isKnownStart ? known!.Group : all.Group, // another group that repeats it does not take it over
            Name = heard.Name,
            Summary = heard.Summary,
            Severity = heard.Severity,
            Service = heard.Service,
            Url = heard.Url,
            StartsAt = startsAt,
            EndsAt = heard.Firing ? null : heard.EndsAt ?? all.At,
            Incident = known?.Incident,
            Held = known is { Held: true } && isKnownStart,
            Version = known?.Version ?? 0,
        };
        if (!isKnownStart) return new(alert, heard.Firing ? AlertTurn.Started : AlertTurn.Passed);
        if (known is { IsFiring: true } && !heard.Firing) return new(alert, AlertTurn.Ended);
        return known is { Held: true, IsFiring: true } && heard.Firing ? new(alert, AlertTurn.Waiting) : null;
    }
}

internal enum AlertTurn
{
    /// <summary>It began to fire.</summary>
    Started,

    /// <summary>It is over.</summary>
    Ended,

    /// <summary>It is over, and that it fired is heard only now.</summary>
    Passed,

    /// <summary>It goes on firing, and was held when it started.</summary>
    Waiting,
}
