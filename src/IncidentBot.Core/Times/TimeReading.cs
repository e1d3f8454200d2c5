namespace IncidentBot.Core.Times;

/// <summary>What a text says as a time: <see cref="At"/> or <see cref="Refused"/>.</summary>
public abstract record TimeReading
{
    private TimeReading()
    {
    }

    /// <param name="Time">Never in the future; its offset is that of the speaker's zone at that time.</param>
    /// <param name="Remark">A sentence to show when the words fit two times and the later one was taken.</param>
    public sealed record At(DateTimeOffset Time, string? Remark = null) : TimeReading;

    /// <param name="Sentence">What is wrong and which forms work.</param>
    public sealed record Refused(string Sentence) : TimeReading;
}

/// <summary>A text that may begin with <c>at TIME</c>.</summary>
/// <param name="At">Null when there is no time, or a refused one.</param>
/// <param name="Rest">The text without the time; the whole text when there is none.</param>
/// <param name="Refusal">Not null: say this and record nothing.</param>
public sealed record LeadingTime(DateTimeOffset? At, string Rest, string? Refusal)
{
    /// <inheritdoc cref="TimeReading.At.Remark"/>
    public string? Remark { get; init; }
}
