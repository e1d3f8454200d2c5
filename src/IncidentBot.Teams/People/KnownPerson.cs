namespace IncidentBot.Teams.People;

/// <summary>A person by both ids that Teams has for them.</summary>
/// <param name="Object">The Entra object id; null where Teams did not tell it.</param>
/// <param name="Mri">The <c>29:</c> id, of this person for this bot; null where only Graph told of them.</param>
internal sealed record KnownPerson(string Tenant, string? Object, string? Mri, string Name, string? TimeZone = null)
{
    public string Id => Object ?? Mri!;
}
