using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Events;

/// <summary>Who joins and leaves (docs.slack.dev/reference/events/member_joined_channel). The bot itself is nobody's room mate.</summary>
internal static class Members
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(SlackEvent said, bool came, CancellationToken ct)
    {
        if (said.Body.Id("channel") is not { } channel || said.Body.Id("user") is not { } user || said.Reading.IsSelf(user)) return [];
        var (by, place) = (await said.ByAsync(ct), SlackIds.Place(said.Team, channel));
        return [came ? new PersonCame(said.At, by, place) : new PersonLeft(said.At, by, place)];
    }
}
