namespace IncidentBot.Core.Chat;

/// <summary>A channel, chat or direct conversation of one workspace. <c>Id</c> is the platform's and opaque.</summary>
public sealed record ChannelRef(string Workspace, string Id)
{
    public override string ToString() => $"{Workspace}/{Id}";
}

/// <summary>Where one can speak: a channel, or a thread in it (<c>Thread</c> is the id of the thread's first message).</summary>
/// <remarks>An incident's room is a place: a channel of its own in Slack and the browser chat, a channel's thread in Teams.</remarks>
public sealed record Place(ChannelRef Channel, string? Thread = null)
{
    /// <summary>The same channel without the thread.</summary>
    public Place Top => this with { Thread = null };

    public override string ToString() => Thread is null ? Channel.ToString() : $"{Channel}/{Thread}";
}

/// <summary>One message. Ids are unique within a channel; the order of messages is that of their times, not of their ids.</summary>
public sealed record MessageRef(ChannelRef Channel, string Id)
{
    public override string ToString() => $"{Channel}/{Id}";
}

/// <summary>Who, for the record: stable over renames.</summary>
public sealed record PersonRef(string Workspace, string Id)
{
    private const string MachinePrefix = "machine:"; // no platform's ids of people begin like this

    /// <summary>Not a person but a service that told us something: nobody can be invited, whispered to or reminded under it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsMachine => Id.StartsWith(MachinePrefix, StringComparison.Ordinal);

    public static PersonRef Machine(string workspace, string name) => new(workspace, MachinePrefix + name);

    public override string ToString() => $"{Workspace}/{Id}";
}

/// <summary>A person as they were when something happened.</summary>
/// <param name="Name">The display name, as people of the workspace see it.</param>
/// <param name="TimeZone">IANA id; what a bare "14:05" of theirs means. Null when the platform does not tell: UTC.</param>
public sealed record Person(PersonRef Ref, string Name, string? TimeZone = null);

/// <summary>A file that was posted. The bot keeps the link, never the content.</summary>
public sealed record FileLink(string Name, string Url);
