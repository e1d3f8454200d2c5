using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events;

/// <summary>What becomes of channels (docs.slack.dev/reference/events: channel_rename, channel_archive, channel_deleted, channel_id_changed and the same of private ones).</summary>
internal static class Rooms
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> RenamedAsync(SlackEvent said, CancellationToken ct) =>
        said.Body.Id("channel") is { } channel && said.Body.Part("channel")?.Filled("name") is { } name
            ? [new RoomRenamed(said.At, await said.ByAsync(ct), SlackIds.Place(said.Team, channel), name)]
            : [];

    public static async ValueTask<IReadOnlyList<ChatEvent>> GoneAsync(SlackEvent said, CancellationToken ct) =>
        said.Body.Id("channel") is { } channel ? [new RoomGone(said.At, await said.ByAsync(ct), SlackIds.Place(said.Team, channel))] : [];

    public static ValueTask<IReadOnlyList<ChatEvent>> MovedAsync(SlackEvent said, CancellationToken ct) => ValueTask.FromResult<IReadOnlyList<ChatEvent>>(
        said.Body.Filled("old_channel_id") is { } from && said.Body.Filled("new_channel_id") is { } to
            ? [new RoomMoved(said.At, MessageAuthor.Nobody(said.Team), SlackIds.Place(said.Team, from), SlackIds.Place(said.Team, to))]
            : []);
}
