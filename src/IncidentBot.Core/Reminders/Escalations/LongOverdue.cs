using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Reminders.Quiet;

namespace IncidentBot.Core.Reminders.Escalations;

/// <summary>Which items have waited so long that others are asked to help, and who.</summary>
internal static class LongOverdue
{
    private const int AWeek = 7;

    /// <summary>Overdue by the days of the settings; or, without an owner or a date, added twice as many days ago. A snoozed one is left in peace until a week after its day, one in other hands or opened again for a week.</summary>
    public static bool Is(ActionItem item, Incident incident, DateTimeOffset now, ReminderSettings settings)
    {
        var today = item.Today(incident, now);
        if (item.Status is not ActionItemStatus.Open || item.FollowUp.SnoozedUntil?.AddDays(AWeek) > today || item.OwedFrom?.AddDays(AWeek) > now) return false;
        return item.Due?.AddDays(settings.EscalateAfterDays) <= today
            || ((item.Owner is null || item.Due is null) && item.AddedAt.AddDays(2 * settings.EscalateAfterDays) <= now);
    }

    /// <summary>The commander has been asked, a week has gone by, and nobody else has been asked.</summary>
    public static bool IsForOthers(ActionItem item, Incident incident, DateTimeOffset now, ReminderSettings settings) =>
        Is(item, incident, now, settings) && item.FollowUp is { CommanderAsked: { } asked, OthersAsked: null } && asked.AddDays(AWeek) <= now;

    /// <summary>It is for others, and only the room can be asked: nobody else is set, or may help.</summary>
    public static bool IsForTheRoom(ActionItem item, Incident incident, DateTimeOffset now, ReminderSettings settings) =>
        IsForOthers(item, incident, now, settings) && (Others(incident, settings) is not { } to || !MayHelp(to, item, incident));

    /// <summary>The incident commander, else who declared it: whoever may see it and does not own the item. Null: there is nobody to ask.</summary>
    public static Person? Helper(ActionItem item, Incident incident) =>
        new[] { incident.Commander, incident.DeclaredBy }.OfType<Person>().FirstOrDefault(person => !person.Ref.IsMachine && person.Ref != item.Owner?.Ref && incident.VisibleTo(person.Ref));

    /// <summary>Where <see cref="ReminderSettings.EscalateTo"/> asks for help with an incident's items; null: nowhere.</summary>
    public static Asked? Others(Incident incident, ReminderSettings settings) => settings.EscalateTo switch
    {
        null => null,
        ['@', .. var id] => new(null, new(new(incident.Id.Workspace, id), id)),
        var channel => new(new(new(incident.Id.Workspace, channel)), null),
    };

    /// <summary>A private incident is nobody's business but its members'; and nobody is asked to help with what is theirs.</summary>
    public static bool MayHelp(Asked asked, ActionItem item, Incident incident) => asked.Person is { } person ? incident.VisibleTo(person.Ref) && person.Ref != item.Owner?.Ref : !incident.Private;
}

/// <summary>A channel, or else a person.</summary>
internal sealed record Asked(Place? Channel, Person? Person)
{
    public bool Now(DateTimeOffset now, BotSettings settings) => Person is not { } person || WorkingTime.Is(now, person, settings);

    public Saying Hears(Card card) => Channel is { } channel ? new Say(channel, card) : new SayDirectly(Person!.Ref, card);
}
