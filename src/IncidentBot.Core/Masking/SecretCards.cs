using System.Globalization;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Masking;

/// <summary>What is said to whoever pasted a secret.</summary>
internal static class SecretCards
{
    public static Card Rotate(IReadOnlyList<FoundSecret> found) => Card.Of(found.Count == 1
        ? $"Only you see this: your message seems to hold a secret ({found[0].Rule.Name}). Drafts and exports mask it, but people here can read it. When there is a moment, please rotate it."
        : $"Only you see this: your message seems to hold {found.Count.ToString(CultureInfo.InvariantCulture)} secrets ({string.Join(", ", found.Select(one => one.Rule.Name).Distinct())}). Drafts and exports mask them, but people here can read them. When there is a moment, please rotate them.");
}
