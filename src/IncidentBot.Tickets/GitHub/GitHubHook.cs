using System.Globalization;
using System.Text.Json;
using IncidentBot.Core.Tickets;
using IncidentBot.Http;
using IncidentBot.Tickets.Hooks;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tickets.GitHub;

/// <summary>Webhooks of GitHub: https://docs.github.com/en/webhooks/webhook-events-and-payloads#delivery-headers</summary>
internal sealed class GitHubHook(string secret) : TrackerHook(secret)
{
    public override string Adapter => "github";

    public override Tracker Tracker => Tracker.GitHub;

    public override string Path => "/hooks/github";

    public override string SignatureHeader => "X-Hub-Signature-256";

    public override string SecretKey => "Tickets:GitHub:WebhookSecret";

    public override string? DeliveryId(IHeaderDictionary headers) => headers["X-GitHub-Delivery"];

    /// <summary>Of what is posted, only issues mean something; a ping asks whether we are there.</summary>
    public override bool IsAboutTickets(IHeaderDictionary headers, JsonElement payload) => headers["X-GitHub-Event"] == "issues";

    public override string? TicketId(JsonElement payload) => payload.Part("issue")?.Part("id") is { ValueKind: JsonValueKind.Number } id && id.TryGetInt64(out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;

    public override SeenTicket? Read(JsonElement payload) =>
        payload.Part("issue") is { } issue && issue.Part("id") is { ValueKind: JsonValueKind.Number } id && id.TryGetInt64(out var number) && issue.Text("state") is { } state
        && DateTimeOffset.TryParse(issue.Text("updated_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var changedAt)
            ? GitHubIssue.Seen(number, state, issue.Text("state_reason"), changedAt, payload.Part("sender")?.Filled("login"))
            : null;
}
