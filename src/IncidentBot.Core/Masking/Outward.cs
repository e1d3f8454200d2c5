using IncidentBot.Core.ActionItems;
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

    public static Outward Of(Incident incident, Postmortem? review, IReadOnlyList<ActionItem> items, IReadOnlyList<TimelineEntry> timeline, LuckLedger? luck = null)
    {
        var seen = new HashSet<string>();
        var masking = new Rewriting(text => Counted(text, Masking.Secrets.Mask(text)), url => Counted(url, Masking.Secrets.MaskAddress(url)), person => person);
        return new Outward(masking.Of(incident), review is null ? null : masking.Of(review), [.. items.Select(masking.Of)], [.. timeline.Select(masking.Of)]) with { Luck = masking.Of(luck ?? LuckLedger.Empty), Secrets = seen.Count };

        string Counted(string text, Masked masked)
        {
            foreach (var secret in masked.Found) seen.Add(text.Substring(secret.Start, secret.Length));
            return masked.Text;
        }
    }
}
