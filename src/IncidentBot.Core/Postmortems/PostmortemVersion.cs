using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Publishing;

namespace IncidentBot.Core.Postmortems;

/// <summary>A postmortem as it was published. It stays as it is, whatever is changed later.</summary>
public sealed record PostmortemVersion : IAggregate
{
    public required IncidentId Incident { get; init; }

    public required Publication Publication { get; init; }

    /// <summary>The file as it was posted.</summary>
    public required string Markdown { get; init; }

    /// <summary>The same as a page, packed; null in versions of before pages were kept.</summary>
    public byte[]? Html { get; init; }

    /// <summary>The same for other tools.</summary>
    public byte[]? Json { get; init; }

    public IReadOnlyList<PublishedSection> Sections { get; init; } = [];

    public IReadOnlyList<PublishedItem> Items { get; init; } = [];

    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>Since the version before; null for the first one.</summary>
    public VersionChanges? Changes { get; init; }

    public int Version { get; init; }

    string IAggregate.Key => KeyOf(Incident, Publication.Number);

    public static string KeyOf(IncidentId incident, int number) => $"{incident.Key}/v{number.ToString(CultureInfo.InvariantCulture)}";
}

/// <param name="Number">Which version of the postmortem, from 1.</param>
public sealed record Publication(int Number, DateTimeOffset At, Person By);

public sealed record PublishedSection(QuestionKind Question, IReadOnlyList<string> Texts);

/// <param name="Label">As people see it, e.g. <c>A-7</c>.</param>
public sealed record PublishedItem(string Label, string Text, string Owner, string Priority, string Ticket);
