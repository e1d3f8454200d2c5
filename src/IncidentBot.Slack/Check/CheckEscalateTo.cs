using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Rooms;

namespace IncidentBot.Slack.Check;

/// <summary>Whether those who are to be asked for help with long-overdue items can be asked.</summary>
internal sealed class CheckEscalateTo(SlackApi api, ChannelNames names)
{
    private const string Subject = "Reminders:EscalateTo";

    /// <param name="to">A channel by name or id, or <c>@</c> and a person's id.</param>
    public async Task<CheckLine> RunAsync(string to, CancellationToken ct)
    {
        try
        {
            return to is ['@', .. var id] ? await PersonAsync(id, ct) : await new CheckChannel(api, names).RunAsync(Subject, to, "message", ct);
        }
        catch (SlackApiException unknown) when (unknown.Error is "user_not_found" or "user_not_visible")
        {
            return CheckLine.Fault(Subject, $"there is no person {to} that the bot can see. It is @ and the member id, such as @U012AB3CD, which \"Copy member ID\" in a profile gives; or a channel.");
        }
        catch (ChatException failed)
        {
            return CheckLine.Fault(Subject, failed.Message);
        }
    }

    private async Task<CheckLine> PersonAsync(string id, CancellationToken ct)
    {
        var person = (await api.CallAsync("users.info", new() { ["user"] = id }, ct)).Part("user") ?? default(JsonElement);
        var name = person.Text("real_name") ?? person.Text("name") ?? id;
        return person.Says("deleted") || person.Says("is_bot")
            ? CheckLine.Fault(Subject, $"{name} (@{id}) cannot be asked: that account is {(person.Says("deleted") ? "deactivated" : "a bot")}. Name somebody else, or a channel.")
            : CheckLine.Fine(Subject, $"{name} (@{id}) is asked directly.");
    }
}
