using IncidentBot.Core.Chat;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Incidents;

/// <summary>What is said when people state facts and times.</summary>
internal static class FactCards
{
    private const int MostOfEvidence = 80;

    public const string TextMissing = "Write it in a sentence or two.";

    public const string KindMissing = "Choose what it tells about.";

    /// <summary>Masked before it is cut: half a secret is not recognised any more.</summary>
    public static string ByCommand(string prefix, string words, string by) => $"{prefix} {Excerpt.Of(Secrets.Mask(words).Text.ReplaceLineEndings(" "), MostOfEvidence)}, by {by}";

    public static string ByForm(string by) => $"form filled in by {by}";

    public static string ByReply(FactKind kind, string by) => $"reply to the question for the {Lower(kind)}, by {by}";

    public static string TooLong(int length) =>
        $"That has {length.ToString("N0", Words.Culture)} characters; at most {Statement.MostCharacters.ToString("N0", Words.Culture)} fit. Say the main point here and the rest as a message.";

    public static string Contradicts(MilestoneKind kind, DateTimeOffset at, Milestone other, string? zone) =>
        $"That cannot be: {Lower(kind)} at {Words.Moment(at, zone)}, but {Lower(other.Kind)} at {Words.Moment(other.At, zone)}. Correct whichever is wrong; nothing was recorded.";

    /// <summary>The words began with a time, and nothing says whether it is the milestone's.</summary>
    public static string PerhapsItsTime(FactKind kind, DateTimeOffset at, string? zone, string prefix) =>
        $"If that time is the time of the {Lower(kind)}, type {prefix} {Lower(kind)} at {Zones.Local(at, zone).ToString("yyyy-MM-dd HH:mm", Words.Culture)} to record it.";

    public static RichText Forms(FactKind kind, string prefix) => RecordFact.MilestoneOf(kind) is null
        ? RichText.Of($"Write it after the word: {RichText.Code($"{prefix} {Lower(kind)} {Example(kind)}")}")
        : RichText.Of($"Write it after the word: {RichText.Code($"{prefix} {Lower(kind)} {Example(kind)}")}, with the time if you know it: {RichText.Code($"{prefix} {Lower(kind)} at 13:50 {Example(kind)}")}");

    public static string Entry(FactKind kind, string text) => text.Length > 0 ? $"{kind.Label()}: {text}" : $"Time of the {Lower(kind)}";

    public static Card Recorded(Incident incident, FactKind kind, Statement statement)
    {
        var (text, at) = (statement.Words.Rest, statement.Words.At);
        var line = RichText.Of($"{RichText.Bold(kind.Label())} of {incident.Id.Label}, by {statement.By.Name}");
        if (at is { } time) line += RichText.Of($", at {RichText.Moment(time)}");
        return Quoting(line + (text.Length > 0 ? ":" : "."), text);
    }

    public static Form Form(string key, Incident incident, FactKind? kind) => new(key, kind is { } one ? $"{one.Label()} of {incident.Id.Label}" : $"A fact about {incident.Id.Label}", "Record", incident.Id.Label,
    [
        .. kind is null
            ? [new ChoiceField("kind", "What does it tell about?", [.. Enum.GetValues<FactKind>().Select(each => new FormOption(each.ToString(), each.Label()))]) { Required = true }]
            : Array.Empty<FormField>(),
        new TextField("text", kind is { } asked ? PromptCards.Question(asked) : "What is it?") { Required = true, Multiline = true, MaxLength = Statement.MostCharacters },
        TimeField("When was that?", "May stay empty. For trigger, detection and resolution it tells when it began, was noticed, was over."),
    ]);

    public static TextField TimeField(string label, string hint) => new("at", label) { MaxLength = 60, Hint = $"{hint} Such as 14:05, 10m ago or yesterday 23:50." };

    /// <summary>A sentence of ours, and under it what the person said, where they said something.</summary>
    public static Card Quoting(RichText sentence, string text) => text.Length > 0
        ? new($"{sentence.ToPlainText()} {text}", new Paragraph(sentence), new Quote(text, RichText.Empty))
        : Card.Of(sentence);

    private static string Example(FactKind kind) => kind switch
    {
        FactKind.Summary => "one in ten card payments failed",
        FactKind.Impact => "no orders in Europe",
        FactKind.Cause => "the retry limit was missing",
        FactKind.Trigger => "deploy 4711",
        FactKind.Resolution => "rolled back 4711",
        FactKind.Detection => "alert on the error rate",
    };

    private static string Lower(FactKind kind) => kind.Label().ToLowerInvariant();

    private static string Lower(MilestoneKind kind) => kind.Label().ToLowerInvariant();
}
