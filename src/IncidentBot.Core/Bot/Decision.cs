using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Bot;

/// <summary>What a use case decided. Nothing has been saved or said yet.</summary>
public sealed record Decision
{
    public static readonly Decision Nothing = new();

    /// <summary>Aggregates in their new state, each with the version that was read.</summary>
    public IReadOnlyList<IAggregate> Save { get; init; } = [];

    /// <summary>Timeline entries, new (version 0) or changed.</summary>
    public IReadOnlyList<TimelineEntry> Record { get; init; } = [];

    /// <summary>What is to be said, in this order.</summary>
    public IReadOnlyList<Saying> Say { get; init; } = [];

    /// <summary>Keys of things that happen once ever, e.g. <c>weekly:2026-W47:local/U1</c>. A key that is known already makes the whole decision void.</summary>
    public IReadOnlyList<string> Once { get; init; } = [];

    /// <summary>Saves and records nothing; tells the person, privately, what to do instead.</summary>
    public static Decision Refuse(ChatEvent said, RichText sentence) => new() { Say = [new Whisper(said.Place, said.By.Ref, Card.Of(sentence))] };

    /// <summary>Both, this one first.</summary>
    public Decision And(Decision next) => new()
    {
        Save = [.. Save, .. next.Save],
        Record = [.. Record, .. next.Record],
        Say = [.. Say, .. next.Say],
        Once = [.. Once, .. next.Once],
    };
}
