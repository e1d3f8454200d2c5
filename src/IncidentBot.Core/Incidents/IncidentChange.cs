using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>A change of an incident and what goes with every change: an entry on the timeline, and the cards that show it brought up to date.</summary>
internal sealed record IncidentChange(Incident Before, Incident After, ChatEvent Said, Situation Now)
{
    /// <summary>For the timeline.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>For the timeline.</summary>
    public required string Entry { get; init; }

    /// <summary>When it happened, where that is not when it was said.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>For the people in the room; null when the cards say enough.</summary>
    public Card? Line { get; init; }

    /// <summary>For the one who said it.</summary>
    public string? Remark { get; init; }

    /// <summary>Said last.</summary>
    public IReadOnlyList<Saying> Then { get; init; } = [];

    public Decision Decide()
    {
        // Somebody speaks in a room that was gone: it is back, for example no longer archived.
        var after = Before.RoomGone && After.RoomGone && After.LivesIn(Said.Place) ? After with { RoomGone = false } : After;
        return new()
        {
            Save = [Kind is EntryKind.Status or EntryKind.Update ? after with { NewsAt = Said.At } : after],
            Record = [Recorded()],
            Say = [.. Lines(after), .. IncidentSayings.Refreshed(Before, after, Now), .. Then],
        };
    }

    // The number of the change names the entry: the same when it is decided again, and never given twice.
    private TimelineEntry Recorded() => new()
    {
        Id = $"change:{(Before.Version + 1).ToString("D6", CultureInfo.InvariantCulture)}",
        Incident = After.Id,
        Kind = Kind,
        At = At ?? Said.At,
        By = Said.By,
        Text = Entry,
    };

    private IEnumerable<Saying> Lines(Incident after)
    {
        if (Line is not null && IncidentSayings.RoomOf(after) is { } room) yield return new Say(room, Line);
        if (Line is not null && !Now.IsHome(after, Said)) yield return new Whisper(Said.Place, Said.By.Ref, Line);
        if (Remark is not null) yield return new Whisper(Said.Place, Said.By.Ref, Card.Of(Remark));
    }
}
