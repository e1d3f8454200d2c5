namespace IncidentBot.Core.Glossary;

/// <summary>A term of the field and what it means here.</summary>
/// <param name="Meaning">One to three sentences in our own words.</param>
public sealed record GlossaryTerm(string Name, string Meaning)
{
    /// <summary>Other words for it: long forms, abbreviations, close relatives that the meaning covers.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Names of terms that help to understand it.</summary>
    public IReadOnlyList<string> SeeAlso { get; init; } = [];
}

/// <summary>Terms that belong together, under the title of the list.</summary>
public sealed record GlossaryGroup(string Title, IReadOnlyList<GlossaryTerm> Terms);
