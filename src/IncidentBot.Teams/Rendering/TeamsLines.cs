using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A text as elements, one a line: the clients do not agree on line breaks within one.</summary>
internal sealed class TeamsLines(TeamsMentions mentions, TeamsRefs refs)
{
    /// <summary>The text in pieces that each are a few elements of a length that a message can take.</summary>
    public IEnumerable<JsonArray> Of(RichText text) => SplitText.Of(text, TeamsLimits.TextCharacters, piece => CardJson.Length(Drawn(piece))).Select(Drawn).Where(lines => lines.Count > 0);

    /// <summary>One line of text, as a text with mentions or, where there are none, one without markup.</summary>
    public JsonObject Line(RichText line) => line.Spans.OfType<Mention>().Any(mentions.CanMention)
        ? new() { ["type"] = "TextBlock", ["text"] = TeamsMarkdown.Of(line, mentions, refs), ["wrap"] = true }
        : new() { ["type"] = "RichTextBlock", ["inlines"] = TeamsRuns.Of(line, refs) };

    private JsonArray Drawn(RichText text)
    {
        var drawn = new JsonArray();
        var spacing = (string?)null;
        foreach (var line in LinesOf(text))
        {
            if (string.IsNullOrWhiteSpace(line.ToPlainText()))
            {
                if (drawn.Count > 0) spacing = "Small";
                continue;
            }
            var element = Line(line);
            if (spacing is not null) element["spacing"] = spacing;
            drawn.Add(element);
            spacing = "None";
        }
        return drawn;
    }

    private static IEnumerable<RichText> LinesOf(RichText text)
    {
        List<TextSpan> line = [];
        foreach (var span in text.Spans)
        {
            var parts = span.Accept(BrokenSpans.Instance);
            line.Add(parts[0]);
            foreach (var next in parts.Skip(1))
            {
                yield return new(line);
                line = [next];
            }
        }
        yield return new(line);
    }

    /// <summary>A span in as many parts as it has lines.</summary>
    private sealed class BrokenSpans : ISpanRenderer<IReadOnlyList<TextSpan>>
    {
        public static readonly BrokenSpans Instance = new();

        public IReadOnlyList<TextSpan> Plain(Plain span) => Lines(span.Text, text => new Plain(text));

        public IReadOnlyList<TextSpan> Bold(Bold span) => Lines(span.Text, text => new Bold(text));

        public IReadOnlyList<TextSpan> Italic(Italic span) => Lines(span.Text, text => new Italic(text));

        public IReadOnlyList<TextSpan> Code(Code span) => Lines(span.Text, text => new Code(text));

        public IReadOnlyList<TextSpan> Link(LinkTo span) => [span];

        public IReadOnlyList<TextSpan> Mention(Mention span) => [span];

        public IReadOnlyList<TextSpan> Moment(Moment span) => [span];

        public IReadOnlyList<TextSpan> Room(RoomLink span) => [span];

        private static IReadOnlyList<TextSpan> Lines(string text, Func<string, TextSpan> span) => [.. text.ReplaceLineEndings("\n").Split('\n').Select(span)];
    }
}
