namespace IncidentBot.Core.Times;

/// <summary>What a text says as a date: <see cref="On"/> or <see cref="Refused"/>.</summary>
public abstract record DateReading
{
    private DateReading()
    {
    }

    /// <param name="Date">Today or later.</param>
    public sealed record On(DateOnly Date) : DateReading;

    /// <param name="Sentence">What is wrong and which forms work.</param>
    public sealed record Refused(string Sentence) : DateReading;
}

/// <summary>A text that may hold <c>due DATE</c>.</summary>
/// <param name="Due">Null when there is no date, or a refused one.</param>
/// <param name="Rest">The text without it; the whole text when there is none.</param>
/// <param name="Refusal">Not null: say this and record nothing.</param>
public sealed record DueText(DateOnly? Due, string Rest, string? Refusal);
