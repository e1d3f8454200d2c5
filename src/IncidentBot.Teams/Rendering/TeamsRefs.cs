using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>What a card must know of people and rooms, to mention the one and to link to the other.</summary>
internal sealed record TeamsRefs
{
    /// <summary>Bots may mention by the Entra object id as well as by the <c>29:</c> id:
    /// learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#mention-support-within-adaptive-cards</summary>
    public static readonly TeamsRefs Own = new();

    /// <summary>The id that Teams mentions a person by; null: the name stands as text.</summary>
    public Func<PersonRef, string?> MentionId { get; init; } = person => TeamsIds.IsTeams(person.Workspace) ? person.Id : null;

    /// <summary>Where a room opens; null: its name stands as text.</summary>
    public Func<Place, string?> RoomAddress { get; init; } = _ => null;
}
