using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Blameless;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Masking;

/// <summary>What was said about an incident as it may leave its room. Whatever is posted as a file, published or sent elsewhere is made from this and from nothing else.</summary>
public sealed record Outward(Incident Incident, Postmortem? Review, IReadOnlyList<ActionItem> Items, IReadOnlyList<TimelineEntry> Timeline)
{
    /// <summary>How many secrets were masked; one that stands in several places counts once.</summary>
    public int Secrets { get; init; }

    public LuckLedger Luck { get; init; } = LuckLedger.Empty;

    /// <param name="byRole">Roles in place of people, in their names and in what they wrote: <see cref="BlamelessSettings.PublishRoles"/>.</param>
    public static Outward Of(Incident incident, Postmortem? review, IReadOnlyList<ActionItem> items, IReadOnlyList<TimelineEntry> timeline, LuckLedger? luck = null, bool byRole = false)
    {
        var seen = new HashSet<string>();
        var asSaid = new Outward(incident, review, items, timeline) { Luck = luck ?? LuckLedger.Empty };
        var masked = asSaid.With(new(text => Counted(text, Masking.Secrets.Mask(text)), url => Counted(url, Masking.Secrets.MaskAddress(url)), person => person)) with { Secrets = seen.Count };
        if (!byRole) return masked;
        var roles = new RoleNames(incident, review, items, timeline);
        return masked.With(new(roles.In, url => url, roles.Of));

        string Counted(string text, Masked masked)
        {
            foreach (var secret in masked.Found) seen.Add(text.Substring(secret.Start, secret.Length));
            return masked.Text;
        }
    }

    /// <summary>The incident alone, for cards that are read outside of its room. Who is in charge stays named.</summary>
    public static Incident Of(Incident incident) => Of(incident, null, [], []).Incident;

    private Outward With(Rewriting rewriting) => this with
    {
        Incident = rewriting.Of(Incident),
        Review = Review is { } review ? rewriting.Of(review) : null,
        Items = [.. Items.Select(rewriting.Of)],
        Timeline = [.. Timeline.Select(rewriting.Of)],
        Luck = rewriting.Of(Luck),
    };
}
