using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Core.Webhooks;

/// <summary>Who is told of what. Addresses may be secrets, so that decisions know each by a name that tells nothing.</summary>
public sealed record WebhookSettings
{
    private const int NameBytes = 6;

    private static readonly IReadOnlyList<WebhookKind> All = Enum.GetValues<WebhookKind>();

    /// <summary>By <see cref="NameOf"/>; empty: nobody is told of anything.</summary>
    public IReadOnlyList<string> Receivers { get; init; } = [];

    public IReadOnlyList<WebhookKind> Events { get; init; } = All;

    /// <summary>Private incidents too.</summary>
    public bool Private { get; init; }

    public static string NameOf(Uri address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)).AsSpan(0, NameBytes));
}
