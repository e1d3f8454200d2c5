using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Rooms;

namespace IncidentBot.Slack.Check;

/// <summary>Whether the bot can post in the channel of a setting: it is there, and the bot is in it or can come in.</summary>
internal sealed class CheckChannel(SlackApi api, ChannelNames names)
{
    /// <param name="subject">The setting.</param>
    /// <param name="post">What is posted there.</param>
    public async Task<CheckLine> RunAsync(string subject, string idOrName, string post, CancellationToken ct)
    {
        try
        {
            var answer = await api.CallAsync("conversations.info", new() { ["channel"] = await names.IdAsync(idOrName, ct) }, ct);
            return Of(subject, idOrName, post, answer.Part("channel") ?? default);
        }
        catch (SlackApiException unseen) when (unseen.Error == "channel_not_found")
        {
            return CheckLine.Fault(subject, $"the bot sees no channel {idOrName}. Create it, or invite the bot if it is private, or set another.");
        }
        catch (ChatException failed)
        {
            return CheckLine.Fault(subject, failed.Message);
        }
    }

    private static CheckLine Of(string subject, string asked, string post, JsonElement channel)
    {
        var name = $"#{channel.Text("name") ?? asked}";
        return (channel.Says("is_archived"), channel.Says("is_member"), channel.Says("is_private")) switch
        {
            (true, _, _) => CheckLine.Fault(subject, $"{name} is archived. Unarchive it, or set another channel."),
            (false, true, _) => CheckLine.Fine(subject, $"the bot is in {name}."),
            (false, false, false) => CheckLine.Fine(subject, $"{name} is public: the bot comes in with its first {post}."),
            (false, false, true) => CheckLine.Fault(subject, $"{name} is private and the bot is not in it. Type /invite there, with the bot's name."),
        };
    }
}
