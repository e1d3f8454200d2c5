namespace IncidentBot.Webhooks;

/// <summary>Where webhooks go and what they are signed with. No part of it is ever logged but hosts.</summary>
/// <param name="Secrets">Each signs, so that receivers can change from one to the next.</param>
public sealed record WebhookOptions(IReadOnlyList<Uri> Addresses, IReadOnlyList<string> Secrets)
{
    public static readonly WebhookOptions None = new([], []);
}
