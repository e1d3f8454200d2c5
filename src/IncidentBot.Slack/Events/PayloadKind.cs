using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events;

/// <summary>What a payload is; those that mean nothing to the bot are <see cref="Other"/>.</summary>
internal enum PayloadKind
{
    Other,
    Event,
    SlashCommand,
    Buttons,
    Submission,
    MessageMenu,
    Shortcut,
}

internal static class PayloadKinds
{
    public static PayloadKind KindOf(JsonElement payload) => payload.Filled("type") switch
    {
        "event_callback" => PayloadKind.Event,
        "block_actions" => PayloadKind.Buttons,
        "view_submission" => PayloadKind.Submission,
        "message_action" => PayloadKind.MessageMenu,
        "shortcut" => PayloadKind.Shortcut,
        null when payload.Filled("command") is not null => PayloadKind.SlashCommand,
        _ => PayloadKind.Other,
    };
}
