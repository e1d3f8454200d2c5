using System.Text.Json;
using IncidentBot.Core.Tickets;
using IncidentBot.Http;
using IncidentBot.Tickets.Hooks;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tickets.Jira;

/// <summary>Webhooks of Jira that an administrator set up with a secret: https://developer.atlassian.com/cloud/jira/platform/webhooks/</summary>
internal sealed class JiraHook(string secret) : TrackerHook(secret)
{
    public override string Adapter => "jira";

    public override Tracker Tracker => Tracker.Jira;

    public override string Path => "/hooks/jira";

    public override string SignatureHeader => "X-Hub-Signature";

    public override string SecretKey => "Tickets:Jira:WebhookSecret";

    public override string? DeliveryId(IHeaderDictionary headers) => headers["X-Atlassian-Webhook-Identifier"];

    public override bool IsAboutTickets(IHeaderDictionary headers, JsonElement payload) => payload.Text("webhookEvent") is "jira:issue_updated" or "jira:issue_created";

    public override string? TicketId(JsonElement payload) => payload.Part("issue")?.Filled("id");

    public override SeenTicket? Read(JsonElement payload) => payload.Part("issue") is { } issue && JiraIssue.Seen(issue) is { } seen ? seen with { By = payload.Part("user")?.Filled("displayName") } : null;
}
