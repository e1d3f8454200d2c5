using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Api;
using IncidentBot.Teams.People;

namespace IncidentBot.Teams.Conversations;

/// <summary>Direct conversations with people. Opening one again gives the same, so it is kept
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages).</summary>
internal sealed class DirectConversations(TeamsOptions options, ConversationReferences references, TeamsPeople people, ConnectorApi api)
{
    /// <summary>Serves a tenant from which nothing came yet.</summary>
    private const string AnyService = "https://smba.trafficmanager.net/teams/";

    public async Task<Place> WithAsync(PersonRef person, CancellationToken ct)
    {
        var tenant = TeamsIds.Tenant(person.Workspace);
        var mri = await people.MriAsync(person, null, ct);
        if (await references.WithAsync(tenant, [mri ?? person.Id, person.Id], ct) is { } open) return new(open.Channel);
        var other = await references.AnyAsync(tenant, ct);
        var conversation = new ConversationReference(tenant, "", ConversationKind.Personal, other?.ServiceUrl ?? AnyService, other?.Bot ?? $"28:{options.AppId}") { Person = mri ?? person.Id };
        conversation = conversation with { Id = await OpenAsync(conversation, people.Known(tenant, person.Id, null).Name, ct) };
        await references.SaveAsync(conversation, ct);
        return new(conversation.Channel);
    }

    private async Task<string> OpenAsync(ConversationReference wished, string name, CancellationToken ct)
    {
        var body = new JsonObject
        {
            ["isGroup"] = false,
            ["bot"] = new JsonObject { ["id"] = wished.Bot },
            ["members"] = new JsonArray(new JsonObject { ["id"] = wished.Person }),
            ["tenantId"] = wished.Tenant,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = wished.Tenant } },
        };
        try
        {
            var opened = await api.SendAsync(HttpMethod.Post, wished.Service, ConnectorAddress.Conversations, body, new(wished.Tenant, wished.Person!), "a direct conversation", ct);
            return opened?.Text("id") is { Length: > 0 } id ? id : throw new ChatException(ChatFault.Temporary, "Teams opened a direct conversation and did not say which.");
        }
        catch (TeamsApiException closed) when (closed.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.BadRequest)
        {
            throw new TeamsApiException(closed.Status, closed.Code, ChatFault.Refused, $"The bot cannot write to {name} directly: they can add the app for themselves, or be in a team that has it. {closed.Message}", inner: closed);
        }
    }
}
