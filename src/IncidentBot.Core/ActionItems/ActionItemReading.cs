using IncidentBot.Core.Chat;

namespace IncidentBot.Core.ActionItems;

/// <summary>What a text says as an action item: <see cref="Item"/> or <see cref="Refused"/>.</summary>
public abstract record ActionItemReading
{
    private ActionItemReading()
    {
    }

    /// <param name="Ticket">An http or https address.</param>
    public sealed record Item(string Text, Person? Owner = null, Priority? Priority = null, DateOnly? Due = null, string? Ticket = null) : ActionItemReading;

    /// <param name="Sentence">What is wrong, and a form that works.</param>
    public sealed record Refused(RichText Sentence) : ActionItemReading;
}
