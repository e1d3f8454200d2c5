using System.Text.RegularExpressions;

namespace IncidentBot.Core.Blameless;

/// <summary>One kind of wording that stops people from learning.</summary>
/// <param name="Id">As in docs/blameless-hints.md.</param>
/// <param name="Why">Why it hurts, to whoever wrote it.</param>
/// <param name="Idea">How it could be said instead; an example, not the answer.</param>
/// <param name="Pattern">Over a text as <see cref="PeopleInText"/> writes it.</param>
public sealed record BlamelessRule(string Id, string Why, string Idea, Regex Pattern);

/// <param name="Words">As they were written.</param>
public sealed record BlameFound(BlamelessRule Rule, string Words);
