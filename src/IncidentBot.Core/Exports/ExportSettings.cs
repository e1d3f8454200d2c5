namespace IncidentBot.Core.Exports;

/// <summary>The folder into which published postmortems are written.</summary>
public sealed record ExportSettings
{
    /// <summary>There is one.</summary>
    public bool ToFolder { get; init; }

    /// <summary>Those of private incidents too.</summary>
    public bool Private { get; init; }
}
