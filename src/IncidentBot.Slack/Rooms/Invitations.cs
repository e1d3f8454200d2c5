using System.Collections.Frozen;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.People;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Rooms;

/// <summary>Asks people into a channel (https://docs.slack.dev/reference/methods/conversations.invite). Who cannot come does not keep the others out.</summary>
internal sealed class Invitations(SlackApi api, SlackBot bot, ILogger<Invitations> log)
{
    /// <summary>At a time, as the page above says.</summary>
    public const int MostAtOnce = 100;

    private static readonly FrozenSet<string> OfOnePerson = FrozenSet.Create(
        "already_in_channel", "cant_invite", "cant_invite_self", "user_not_found", "user_is_restricted", "org_user_not_in_team", "ura_max_channels",
        "no_external_invite_permission", "invitee_cant_see_channel");

    public async Task InviteAsync(Place room, IReadOnlyList<PersonRef> people, CancellationToken ct)
    {
        var ids = people.Where(person => person.Workspace == room.Channel.Workspace && !bot.Is(person.Id, null)).Select(person => person.Id).Distinct();
        foreach (var some in ids.Chunk(MostAtOnce)) await InviteSomeAsync(room.Channel.Id, some, ct);
    }

    private async Task InviteSomeAsync(string channel, string[] people, CancellationToken ct)
    {
        try
        {
            await api.CallAsync("conversations.invite", new() { ["channel"] = channel, ["users"] = string.Join(',', people), ["force"] = true }, ct);
        }
        catch (SlackApiException some) when (some.Fault is not ChatFault.Temporary && Reasons(some) is { Length: > 0 } reasons)
        {
            log.LogInformation("Not all of {Count} people could be invited into {Channel}: {Reasons}", people.Length, channel, reasons);
        }
    }

    /// <summary>Why people could not be invited; empty when it was not for them.</summary>
    private static string Reasons(SlackApiException refused)
    {
        var each = (refused.Answer ?? default).Items("errors").Select(person => person.Text("error")).OfType<string>().Distinct().ToList();
        return each.Count > 0 ? string.Join(", ", each) : OfOnePerson.Contains(refused.Error) ? refused.Error : "";
    }
}
