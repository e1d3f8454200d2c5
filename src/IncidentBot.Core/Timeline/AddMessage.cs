using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Timeline;

/// <summary>"Add to timeline" in a message's menu: in an incident's room it marks the message, elsewhere it makes a note of it on the timeline of an open incident.</summary>
public static class AddMessage
{
    public static Needs NeedsOf(MessageChosen chosen) => new() { NoteOf = chosen.Message };

    public static FormUse Form { get; } = new(TimelineCapability.AddMessage, Open, Check, Decide)
    {
        Needs = (_, _) => new() { Incidents = new(OpenOnly: true, Limit: IncidentQuery.Many) },
        NeedsOfSubmission = submitted => new() { Incident = IncidentChoice.In(submitted), NoteOf = ChosenMessage.Read(submitted.Context)?.Message },
    };

    public static Decision Decide(MessageChosen chosen, Situation now)
    {
        if (now.Incident is not { } incident) return Decision.Refuse(chosen, TimelineCards.NoOpenIncident(now.CommandPrefix)); // else the form was opened
        if (CardKeys.IsReview(now.ThreadCard)) return Decision.Refuse(chosen, TimelineCards.OfTheReview);
        if (now.Entry is not { AwaitsMessage: false, DeletedAt: null }) return Noted(incident, ChosenMessage.Of(chosen), chosen, now);
        var marked = HighlightEntry.Decide(new(chosen.At, chosen.By, chosen.Place, chosen.Message, "menu", On: true), now);
        return marked.And(new() { Say = [new Whisper(chosen.Place, chosen.By.Ref, TimelineCards.Marked(incident))] });
    }

    private static Form? Open(FormOpening opening, Situation now) =>
        now.Incident is null && ChosenMessage.Read(opening.Context) is not null && IncidentChoice.Among(now.Incidents, opening.By) is { } choice ? TimelineCards.AddForm(opening.Context, choice) : null;

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now) =>
        now.Incident is null ? new Dictionary<string, string> { [IncidentChoice.Field] = TimelineCards.WhichIncident } : new Dictionary<string, string>();

    private static Decision Decide(FormSubmitted submitted, Situation now) => (now.Incident, ChosenMessage.Read(submitted.Context)) switch
    {
        ({ } incident, { } message) => Noted(incident, message, submitted, now),
        _ => Decision.Refuse(submitted, HelpCards.NotVisible(now)),
    };

    private static Decision Noted(Incident incident, ChosenMessage message, ChatEvent said, Situation now) => now.Note is not null
        ? Decision.Refuse(said, TimelineCards.NotedAlready(incident))
        : new()
        {
            Record =
            [
                new()
                {
                    Id = TimelineEntry.IdOfNote(message.Message),
                    Incident = incident.Id,
                    Kind = EntryKind.Note,
                    At = message.PostedAt,
                    By = message.Author,
                    Text = TimelineCards.EntryChosen(message, said.By),
                    Message = message.Message,
                    Thread = message.Thread,
                    AfterResolution = AwaitedMessage.IsAfterResolution(incident, message.PostedAt),
                },
            ],
            Say = [new Whisper(said.Place, said.By.Ref, TimelineCards.Noted(incident, message.PostedAt))],
        };
}
