namespace IncidentBot.Tests.Teams.Workspace.State;

/// <summary>A team with its channels; the id of the team is that of its General channel.</summary>
public sealed class Team(string id, string name, string groupId)
{
    public string Id => id;

    public string Name { get; set; } = name;

    /// <summary>The id by which Microsoft Graph knows it.</summary>
    public string GroupId => groupId;

    public List<Member> Members { get; } = [];

    public List<Conversation> Channels { get; } = [];

    public bool HasBot { get; set; }

    /// <summary>An owner has granted resource-specific consent.</summary>
    public bool HasConsent { get; set; }

    public bool IsArchived { get; set; }
}
