using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentBot.Http;
using IncidentBot.Slack.Events;
using IncidentBot.Slack.Rendering;

namespace IncidentBot.Slack.Intake;

/// <summary>By what a payload is known again when it comes twice, and what it must stay in order with.</summary>
/// <param name="Id">A mention comes as a message and as an app_mention, with two event ids: both are known by channel and time.</param>
internal sealed record DeliveryIdentity(string Id, string OrderKey)
{
    public static DeliveryIdentity Of(JsonElement payload, string team)
    {
        var body = payload.Part("event") ?? default;
        return PayloadKinds.KindOf(payload) switch
        {
            PayloadKind.Event => new(MessageId(body, team) ?? IdOf(payload, payload.Filled("event_id")), OrderKeyOf(team, ChannelOf(body) ?? body.Id("user"))),
            PayloadKind.SlashCommand => new(IdOf(payload, "command", payload.Filled("trigger_id")), OrderKeyOf(team, payload.Filled("channel_id"))),
            PayloadKind.Submission => new(IdOf(payload, "view", ViewId(payload)), FormOrigin.Read(payload.Part("view")?.Text("private_metadata") ?? "")?.Place.Channel.ToString() ?? OrderKeyOf(team, payload.Id("user"))),
            PayloadKind.Buttons or PayloadKind.MessageMenu or PayloadKind.Shortcut or PayloadKind.Other =>
                new(IdOf(payload, "interaction", payload.Filled("trigger_id")), OrderKeyOf(team, payload.Part("container")?.Filled("channel_id") ?? payload.Id("channel") ?? payload.Id("user"))),
        };
    }

    private static string? MessageId(JsonElement body, string team) =>
        body.Filled("type") is "message" or "app_mention" && !MessageKinds.IsAboutAnother(body) && body.Id("channel") is { } channel && body.Filled("ts") is { } ts
            ? $"slack:{team}:{channel}:{ts}"
            : null;

    private static string? ViewId(JsonElement payload) =>
        payload.Part("view") is { } view && view.Filled("id") is { } id && view.Filled("hash") is { } hash ? $"{id}:{hash}" : payload.Filled("trigger_id");

    private static string? ChannelOf(JsonElement body) => body.Id("channel") ?? body.Id("channel_id") ?? body.Part("item")?.Id("channel") ?? body.Filled("old_channel_id");

    private static string OrderKeyOf(string team, string? id) => SlackIds.Channel(team, id ?? "").ToString();

    private static string IdOf(JsonElement payload, string? id) => $"slack:{id ?? Fingerprint(payload)}";

    private static string IdOf(JsonElement payload, string kind, string? id) => $"slack:{kind}:{id ?? Fingerprint(payload)}";

    private static string Fingerprint(JsonElement payload) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload.GetRawText())));
}
