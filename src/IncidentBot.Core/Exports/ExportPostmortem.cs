using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Postmortems.Publishing;

namespace IncidentBot.Core.Exports;

/// <summary>Posts the postmortem as files where it is asked for, whatever its status; without a format, the one who asks is shown the choice.</summary>
public static class ExportPostmortem
{
    public static Needs NeedsOf(Call call) => ExportCall.Read(call).Needs;

    public static Decision Decide(Call call, Situation now) => ExportCall.Read(call) switch
    {
        { Understood: false } => call.Refuse(ExportCards.Usage(now.CommandPrefix)),
        { Formats: [], Version: var version } => Of(call.Said, now, turn => new() { Say = [new Whisper(call.Place, call.By.Ref, ExportCards.Choose(turn.Incident, turn.Review, version))] }),
        { } asked => Of(call.Said, now, turn => Post(turn, asked)),
    };

    public static ButtonUse Button(ExportFormat format) =>
        new(ExportCapability.ButtonOf(format), (pressed, now) => Of(pressed, now, turn => Post(turn, ExportCall.Of(pressed, format)))) { Needs = pressed => ExportCall.Of(pressed, format).Needs };

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

    private static Decision Post(ReviewTurn turn, ExportCall asked) => asked.Version is null ? Post(turn, asked.Formats) : PostVersion(turn, asked.Formats);

    /// <summary>As it was published, with what was masked then.</summary>
    private static Decision PostVersion(ReviewTurn turn, IReadOnlyList<ExportFormat> formats)
    {
        if (turn.Review.Publications.Count == 0) return turn.Refuse(VersionCards.NonePublished(turn.Incident));
        if (turn.Now.PublishedVersion is not { } version) return turn.Refuse(VersionCards.NoSuchVersion(turn.Review));
        var kept = formats.Where(format => format.Of(version) is not null).ToList();
        var posted = new Decision { Say = [.. kept.Select(format => new Upload(turn.Said.Place, VersionCards.FileName(version, format.Extension()), format.Of(version)!, VersionCards.File(version, turn.Incident, turn.Now.Settings.Blameless.PublishRoles)))] };
        return kept.Count == formats.Count ? posted : posted.And(turn.Refuse(VersionCards.OnlyMarkdown(version, turn.Now.CommandPrefix)));
    }

    private static Decision Post(ReviewTurn turn, IReadOnlyList<ExportFormat> formats)
    {
        var draft = Compared(Draft.Of(turn), turn.Now.PublishedVersion);
        return new() { Say = [.. formats.Select(format => new Upload(turn.Said.Place, ExportCards.FileName(turn.Incident, format), format.Of(draft), ExportCards.FileComment(turn.Incident, turn.Review, format)))] };
    }
}
