using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Rooms;

namespace IncidentBot.Slack.Check;

/// <summary>Whether incidents can be announced where they should be: the channel is there, and the bot is in it or can come in.</summary>
internal sealed class CheckAnnounceChannel(SlackApi api, ChannelNames names)
{
    private const string Subject = "Incidents:AnnounceChannel";

    public async Task<CheckLine> RunAsync(string? idOrName, CancellationToken ct)
    {
        if (idOrName is null) return CheckLine.Remark(Subject, "it is empty: incidents are announced nowhere.");
        try
        {
            var answer = await api.CallAsync("conversations.info", new() { ["channel"] = await names.IdAsync(idOrName, ct) }, ct);
            return Of(idOrName, answer.Part("channel") ?? default);
        }
        catch (SlackApiException unseen) when (unseen.Error == "channel_not_found")
        {
            return CheckLine.Fault(Subject, $"the bot sees no channel {idOrName}. Create it, or invite the bot if it is private, or set another.");
        }
        catch (ChatException failed)
        {
            return CheckLine.Fault(Subject, failed.Message);
        }
    }

    private static CheckLine Of(string asked, JsonElement channel)
    {
        var name = $"#{channel.Text("name") ?? asked}";
        return (channel.Says("is_archived"), channel.Says("is_member"), channel.Says("is_private")) switch
        {
            (true, _, _) => CheckLine.Fault(Subject, $"{name} is archived. Unarchive it, or set another channel."),
            (false, true, _) => CheckLine.Fine(Subject, $"the bot is in {name}."),
            (false, false, false) => CheckLine.Fine(Subject, $"{name} is public: the bot comes in with its first announcement."),
            (false, false, true) => CheckLine.Fault(Subject, $"{name} is private and the bot is not in it. Type /invite there, with the bot's name."),
        };
    }
}
