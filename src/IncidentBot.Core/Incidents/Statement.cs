using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Incidents;

/// <summary>What a person states, with the time they give for it and what shows that they did.</summary>
/// <param name="Words">The words, and the time that they began with.</param>
/// <param name="Evidence">As in <see cref="Milestone"/>.</param>
internal sealed record Statement(ChatEvent Said, LeadingTime Words, string Evidence)
{
    public const int MostCharacters = 3000;

    /// <summary>A form's field for the time.</summary>
    public const string AtField = "at";

    /// <summary>The message that says it.</summary>
    public MessageRef? Source { get; init; }

    /// <summary>What was said, with its time as <see cref="TimeConflict.Written"/>, to be decided on again; null where only its milestone can wait.</summary>
    public ChatEvent? Again { get; init; }

    public Person By => Said.By;

    public static Statement Of(Call call, Situation now)
    {
        var words = TimeText.TakeLeading(call.Words, call.At, call.By.TimeZone);
        return new(call.Said, words, FactCards.ByCommand(now.CommandPrefix, call.Said.Text, call.By.Name)) { Source = call.Said.Message, Again = Written(call, words) };
    }

    public static Statement Of(ButtonPressed pressed) => new(pressed, new(null, "", null), StatusCards.ByButton(pressed.By.Name));

    /// <summary>Of a form's fields "text" and "at".</summary>
    public static Statement Of(FormSubmitted submitted) =>
        new(submitted, TimeIn(submitted) with { Rest = submitted.Values.GetValueOrDefault("text", "").Trim() }, FactCards.ByForm(submitted.By.Name)) { Again = submitted };

    /// <summary>Why it cannot be recorded, null when it can.</summary>
    public string? Refusal => Words.Refusal ?? (Words.Rest.Length > MostCharacters ? FactCards.TooLong(Words.Rest.Length) : null);

    /// <summary>Asks its speaker which time is right, where the time given contradicts a milestone that stands; null where it fits.</summary>
    /// <param name="milestone">The milestone that its time is for.</param>
    public Decision? Asks(Incident incident, MilestoneKind? milestone) => milestone is { } kind && Words.At is not null ? AskAboutTimes.Of(incident, Shows(kind), Said, Again) : null;

    /// <summary>The milestone that it shows: at the time given, else now.</summary>
    public Milestone Shows(MilestoneKind kind) => new(kind, Words.At ?? Said.At, By, Evidence, Source);

    public Fact States(FactKind kind) => new(kind, Words.Rest, By, Said.At, Source);

    public Decision Refuse(RichText why) => Decision.Refuse(Said, why);

    private static CommandGiven? Written(Call call, LeadingTime words)
    {
        var text = CommandLine.Straighten(call.Said.Text);
        if (words.At is not { } at || !text.EndsWith(call.Words, StringComparison.Ordinal)) return null;
        return call.Said with { Text = $"{text[..^call.Words.Length]}at {TimeConflict.Written(at)} {words.Rest}".TrimEnd() };
    }

    private static LeadingTime TimeIn(FormSubmitted submitted)
    {
        var typed = submitted.Values.GetValueOrDefault(AtField, "").Trim();
        if (typed.Length == 0) return new(null, "", null);
        var words = typed.StartsWith("at ", StringComparison.OrdinalIgnoreCase) ? typed[3..] : typed;
        return TimeText.Read(words, submitted.At, submitted.By.TimeZone) switch
        {
            TimeReading.At at => new(at.Time, "", null) { Remark = at.Remark },
            TimeReading.Refused refused => new(null, "", refused.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
