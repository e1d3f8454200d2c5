using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;

namespace IncidentBot.Core.Exports;

/// <summary>Posts the postmortem as files where it is asked for, whatever its status; without a format, the one who asks is shown the choice.</summary>
public static class ExportPostmortem
{
    public static Needs NeedsOf(Call call) => ExportCall.Read(call).Needs;

    public static Needs NeedsOfButton(ButtonPressed pressed) => new() { Incident = IncidentId.TryParse(pressed.Place.Channel.Workspace, pressed.Value), Postmortem = true, PublishedVersion = 0, ActionItems = true, Timeline = true };

    public static Decision Decide(Call call, Situation now) => ExportCall.Read(call) switch
    {
        { Understood: false } => call.Refuse(ExportCards.Usage(now.CommandPrefix)),
        { Formats: [] } => Of(call.Said, now, turn => new() { Say = [new Whisper(call.Place, call.By.Ref, ExportCards.Choose(turn.Incident, turn.Review))] }),
        { Formats: var formats } => Of(call.Said, now, turn => Post(turn, formats)),
    };

    public static Func<ButtonPressed, Situation, Decision> As(ExportFormat format) => (pressed, now) => Of(pressed, now, turn => Post(turn, [format]));

    private static Decision Of(ChatEvent said, Situation now, Func<ReviewTurn, Decision> decide) => now switch
    {
        { Incident: { Private: true } incident } when !now.IsHome(incident, said) => Decision.Refuse(said, ExportCards.OnlyInItsRoom(incident)),
        { Incident: { } incident, Postmortem: null } => Decision.Refuse(said, ExportCards.NotStarted(incident, now.CommandPrefix)),
        _ => ReviewTurn.With(said, now, decide),
    };

    /// <summary>What was published last is what a reader may know already: that something has moved on since is told, else what the version itself changed.</summary>
    private static Draft Compared(Draft draft, PostmortemVersion? last) => draft.Since(last) switch
    {
        { Review.Status: PostmortemStatus.Published, Changes.Parts: [] } same => same with { Changes = last?.Changes },
        var moved => moved,
    };

    private static Decision Post(ReviewTurn turn, IReadOnlyList<ExportFormat> formats)
    {
        var draft = Compared(Draft.Of(turn), turn.Now.PublishedVersion);
        return new() { Say = [.. formats.Select(format => new Upload(turn.Said.Place, ExportCards.FileName(turn.Incident, format), format.Of(draft), ExportCards.FileComment(turn.Incident, turn.Review, format)))] };
    }
}
