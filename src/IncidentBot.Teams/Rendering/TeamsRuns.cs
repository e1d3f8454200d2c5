using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A line of spans as the runs of a <c>RichTextBlock</c>, in which nothing is markup: adaptivecards.io/explorer/TextRun.html</summary>
internal sealed class TeamsRuns(TeamsRefs refs) : ISpanRenderer<IEnumerable<JsonObject>>
{
    public static JsonArray Of(RichText line, TeamsRefs refs)
    {
        var runs = new TeamsRuns(refs);
        return new([.. line.Spans.SelectMany(span => span.Accept(runs)).Where(run => ((string)run["text"]!).Length > 0)]);
    }

    public IEnumerable<JsonObject> Plain(Plain span) => WebAddress.In(CleanText.Of(span.Text)).Select(part => part.Address ? Linked(part.Text, part.Text) : Run(part.Text));

    public IEnumerable<JsonObject> Bold(Bold span) => [Run(span.Text, ("weight", "Bolder"))];

    public IEnumerable<JsonObject> Italic(Italic span) => [Run(span.Text, ("italic", true))];

    public IEnumerable<JsonObject> Code(Code span) => [Run(span.Text, ("fontType", "Monospace"))];

    public IEnumerable<JsonObject> Link(LinkTo span) => [Linked(span.Url, span.Label)];

    public IEnumerable<JsonObject> Mention(Mention span) => [Run(TeamsSpans.Name(span))];

    public IEnumerable<JsonObject> Moment(Moment span) => [new() { ["type"] = "TextRun", ["text"] = TeamsSpans.Moment(span) }];

    public IEnumerable<JsonObject> Room(RoomLink span) => [refs.RoomAddress(span.Place) is { } address ? Linked(address, TeamsSpans.Name(span)) : Run(TeamsSpans.Name(span))];

    private static JsonObject Linked(string url, string label)
    {
        if (TeamsSpans.Address(url) is not { } address) return Run(label);
        var run = Run(CleanText.Line(label) is { Length: > 0 } line ? line : address);
        run["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = address };
        return run;
    }

    private static JsonObject Run(string text, params IEnumerable<(string Key, JsonNode Value)> style)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = Literal.InRun(text) };
        foreach (var (key, value) in style) run[key] = value;
        return run;
    }
}
