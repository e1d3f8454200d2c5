namespace IncidentBot.Teams.Conversations;

/// <summary>The tenant in which the bot speaks of its own accord: the one that it is registered in, or the first that it is allowed or was spoken to in.</summary>
/// <remarks>Not known before anything was heard there: until then the bot cannot speak in Teams at all.</remarks>
internal sealed class HomeTenant(TeamsOptions options, ConversationReferences references)
{
    /// <summary>Never asks the store: what is known was loaded at the start.</summary>
    public string? Workspace
    {
        get
        {
            var known = references.KnownTenants;
            var tenant = options.AllowedTenants.Prepend(options.TenantId).FirstOrDefault(tenant => tenant is not null && known.Contains(tenant, StringComparer.OrdinalIgnoreCase))
                ?? (options.AllowedTenants.Count == 0 && known is [var first, ..] ? first : null);
            return tenant is null ? null : TeamsIds.Workspace(known.First(heard => heard.Equals(tenant, StringComparison.OrdinalIgnoreCase)));
        }
    }
}
