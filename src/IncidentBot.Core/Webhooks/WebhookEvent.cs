using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Exports.Documents;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Core.Webhooks;

/// <summary>Something that happened, as it is told to receivers: masked like every export; people by name, or by role where that is set.</summary>
/// <param name="Private">Only those who asked for private incidents are told.</param>
/// <param name="Subject">What it happened to, with the version that it made.</param>
public sealed record WebhookEvent(WebhookKind Kind, string Workspace, bool Private, DateTimeOffset At, string Subject, WebhookData Data)
{
    private const int IdBytes = 12;

    public static WebhookEvent OfIncident(WebhookKind kind, Incident incident, IncidentStatus? before, DateTimeOffset at, bool byRole) =>
        new(kind, incident.Id.Workspace, incident.Private, at, Named(incident), new() { Incident = IncidentPart.Of(Outward.Of(incident, null, [], [], byRole: byRole).Incident), PreviousStatus = before });

    public static WebhookEvent OfItem(WebhookKind kind, Incident incident, ActionItem item, DateTimeOffset at, bool byRole)
    {
        var outward = Outward.Of(incident, null, [item], [], byRole: byRole);
        return new(kind, incident.Id.Workspace, incident.Private, at, Named(item), new() { Incident = IncidentPart.Of(outward.Incident), ActionItem = ActionItemPart.Of(outward.Items[0]) });
    }

    /// <summary>The postmortem without its timeline, which may be long.</summary>
    public static WebhookEvent OfPostmortem(Draft published, DateTimeOffset at) =>
        new(WebhookKind.PostmortemPublished, published.Incident.Id.Workspace, published.Incident.Private, at, Named(published.Review), new() { Incident = IncidentPart.Of(published.Incident), Postmortem = PostmortemDocument.Of(published) with { Timeline = null } });

    /// <param name="incident">The one that it is about; null: it is about the whole budget, or a class of incidents.</param>
    public static WebhookEvent OfConsequence(WebhookKind kind, Consequence one, Incident? incident, DateTimeOffset at, bool byRole) =>
        new(kind, one.Workspace, one.Private, at, Named(one), new() { Incident = incident is null ? null : IncidentPart.Of(Outward.Of(incident, null, [], [], byRole: byRole).Incident), Consequence = ConsequencePart.Of(one, byRole) });

    /// <summary>An errand a receiver; none when nobody wants to be told.</summary>
    public IEnumerable<CallWebhook> For(WebhookSettings settings)
    {
        if (!settings.Events.Contains(Kind) || (Private && !settings.Private)) return [];
        var body = JsonSerializer.Serialize(new WebhookBody(Kind.Name(), At.UtcDateTime, Data), DraftJson.Compact);
        return settings.Receivers.Select(receiver => new CallWebhook(Workspace, receiver, Id, body));
    }

    private string Id => $"evt_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind.Name()} {Subject} {At.UtcTicks.ToString(CultureInfo.InvariantCulture)}")).AsSpan(0, IdBytes))}";

    private static string Named(IAggregate saved) => $"{saved.Key} {(saved.Version + 1).ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>What a receiver reads.</summary>
public sealed record WebhookBody(string Type, DateTime Timestamp, WebhookData Data);

/// <summary>What the event is about; members that do not belong to its type are left out.</summary>
public sealed record WebhookData
{
    /// <summary>Left out of a consequence that is about no single one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IncidentPart? Incident { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IncidentStatus? PreviousStatus { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ActionItemPart? ActionItem { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PostmortemDocument? Postmortem { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConsequencePart? Consequence { get; init; }
}
