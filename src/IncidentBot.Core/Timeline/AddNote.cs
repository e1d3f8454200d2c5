using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Timeline;

/// <summary>Puts on the timeline what nobody wrote in the room, at its own time.</summary>
public static class AddNote
{
    public static Decision Decide(Incident incident, Call call, Situation now)
    {
        var note = Statement.Of(call, now);
        if (note.Refusal is { } why) return call.Refuse(why);
        if (note.Words.Rest.Length == 0) return call.Refuse(TimelineCards.NoteForms(now.CommandPrefix));
        return new IncidentChange(incident, incident, call.Said, now)
        {
            Kind = EntryKind.Note,
            Entry = note.Words.Rest,
            At = note.Words.At,
            Remark = note.Words.Remark,
            Then = [new Whisper(call.Place, call.By.Ref, TimelineCards.Noted(incident, note.Words.At ?? call.At))],
        }.Decide();
    }
}
