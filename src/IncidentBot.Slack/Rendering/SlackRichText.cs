using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>Spans as elements of rich text, in which nothing is escaped: docs.slack.dev/reference/block-kit/blocks/rich-text-block</summary>
internal sealed class SlackRichText : ISpanRenderer<JsonObject>
{
    private static readonly SlackRichText Instance = new();

    public static JsonObject Of(RichText text) => new()
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "rich_text_section",
            ["elements"] = new JsonArray([.. text.Spans.Where(span => span.Accept(PlainTextSpans.Instance).Length > 0).Select(span => (JsonNode)span.Accept(Instance))]),
        }),
    };

    public JsonObject Plain(Plain span) => Text(span.Text);

    public JsonObject Bold(Bold span) => Styled(span.Text, "bold");

    public JsonObject Italic(Italic span) => Styled(span.Text, "italic");

    public JsonObject Code(Code span) => Styled(span.Text, "code");

    public JsonObject Link(LinkTo span) => SlackSpans.Address(span.Url) is { } address
        ? new() { ["type"] = "link", ["url"] = address, ["text"] = CleanText.Line(span.Label) is { Length: > 0 } label ? label : address }
        : Text(span.Label);

    public JsonObject Mention(Mention span) => SlackSpans.User(span) is { } user ? new() { ["type"] = "user", ["user_id"] = user } : Text(SlackSpans.Name(span));

    public JsonObject Moment(Moment span) => new()
    {
        ["type"] = "date",
        ["timestamp"] = span.At.ToUnixTimeSeconds(),
        ["format"] = SlackSpans.MomentFormat,
        ["fallback"] = SlackSpans.InUtc(span),
    };

    public JsonObject Room(RoomLink span) => SlackSpans.Channel(span) is { } channel ? new() { ["type"] = "channel", ["channel_id"] = channel } : Text(SlackSpans.Name(span));

    private static JsonObject Text(string text) => new() { ["type"] = "text", ["text"] = CleanText.Of(text) };

    private static JsonObject Styled(string text, string style)
    {
        var styled = Text(text);
        styled["style"] = new JsonObject { [style] = true };
        return styled;
    }
}
