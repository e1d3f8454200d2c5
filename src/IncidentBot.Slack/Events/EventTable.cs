using System.Collections.Frozen;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events;

/// <summary>What each type of event means. Types that have no row mean nothing to the bot.</summary>
internal static class EventTable
{
    private delegate ValueTask<IReadOnlyList<ChatEvent>> Row(SlackEvent said, CancellationToken ct);

    private static readonly FrozenDictionary<string, Row> Rows = new Dictionary<string, Row>
    {
        ["message"] = Messages.ReadAsync,
        ["app_mention"] = Messages.ReadAsync,
        ["reaction_added"] = (said, ct) => Highlights.OfReactionAsync(said, on: true, ct),
        ["reaction_removed"] = (said, ct) => Highlights.OfReactionAsync(said, on: false, ct),
        ["pin_added"] = (said, ct) => Highlights.OfPinAsync(said, on: true, ct),
        ["pin_removed"] = (said, ct) => Highlights.OfPinAsync(said, on: false, ct),
        ["channel_rename"] = Rooms.RenamedAsync,
        ["group_rename"] = Rooms.RenamedAsync,
        ["channel_archive"] = Rooms.GoneAsync,
        ["group_archive"] = Rooms.GoneAsync,
        ["channel_deleted"] = Rooms.GoneAsync,
        ["group_deleted"] = Rooms.GoneAsync,
        ["channel_id_changed"] = Rooms.MovedAsync,
        ["member_joined_channel"] = (said, ct) => Members.ReadAsync(said, came: true, ct),
        ["member_left_channel"] = (said, ct) => Members.ReadAsync(said, came: false, ct),
        ["app_home_opened"] = HomePage.OpenedAsync,
    }.ToFrozenDictionary();

    /// <summary>The types that have a row.</summary>
    public static IEnumerable<string> Types => Rows.Keys;

    public static bool Has(string? type) => type is not null && Rows.ContainsKey(type);

    public static ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(SlackEvent said, CancellationToken ct) =>
        said.Body.Filled("type") is { } type && Rows.TryGetValue(type, out var row) ? row(said, ct) : ValueTask.FromResult<IReadOnlyList<ChatEvent>>([]);
}
