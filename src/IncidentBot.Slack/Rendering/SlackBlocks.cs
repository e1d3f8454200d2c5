using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>A card's blocks as Block Kit, each within Slack's limits; how many of them a message takes is decided by <see cref="SlackCard"/>.</summary>
internal sealed class SlackBlocks : ICardRenderer<IEnumerable<SlackBlock>>
{
    private readonly bool _tables;
    private int _buttons;

    private SlackBlocks(bool tables) => _tables = tables;

    /// <param name="tables">Table blocks stand in messages only; elsewhere, a table is a list.</param>
    public static IReadOnlyList<SlackBlock> Of(IReadOnlyList<CardBlock> blocks, bool tables)
    {
        var renderer = new SlackBlocks(tables);
        return [.. SlackTable.Merge(blocks).SelectMany(block => block.Accept(renderer))];
    }

    public static SlackBlock Section(string mrkdwn) => new(SlackBlockKind.Text, new() { ["type"] = "section", ["text"] = SlackText.Mrkdwn(mrkdwn) }, mrkdwn.Length);

    public IEnumerable<SlackBlock> Heading(Heading block)
    {
        var line = CleanText.Line(block.Text);
        return block.Level == 1 && line.Length is > 0 and <= SlackLimits.Header
            ? [new(SlackBlockKind.Text, new() { ["type"] = "header", ["text"] = SlackText.Plain(line, SlackLimits.Header) }, line.Length)]
            : Sections(new([new Bold(line)]));
    }

    public IEnumerable<SlackBlock> Paragraph(Paragraph block) => Sections(block.Text);

    public IEnumerable<SlackBlock> Bullets(Bullets block) => Together(block.Items.SelectMany(item => Pieces(item, Bullet)));

    public IEnumerable<SlackBlock> Facts(Facts block)
    {
        var fields = new List<string>();
        foreach (var item in block.Items)
        {
            var field = Mrkdwn.Of(Labelled(item));
            if (field.Length <= SlackLimits.FieldText)
            {
                fields.Add(field);
                continue;
            }
            foreach (var section in Fields(fields).Concat(Sections(Labelled(item)))) yield return section;
            fields.Clear();
        }
        foreach (var section in Fields(fields)) yield return section;
    }

    public IEnumerable<SlackBlock> Quote(Quote block)
    {
        foreach (var quoted in Pieces(block.Text, Quoted)) yield return Section(quoted);
        foreach (var byline in Pieces(block.Byline, Mrkdwn.Of))
            yield return new(SlackBlockKind.Text, new() { ["type"] = "context", ["elements"] = new JsonArray(SlackText.Mrkdwn(byline)) }, byline.Length);
    }

    public IEnumerable<SlackBlock> Table(Table block) => _tables && SlackTable.Of(block) is { } tables ? tables : SlackTable.AsList(block).SelectMany(item => item.Accept(this));

    public IEnumerable<SlackBlock> Choices(Choices block) => block.Buttons.Select(Button).Chunk(SlackLimits.Actions)
        .Select(buttons => new SlackBlock(SlackBlockKind.Buttons, new() { ["type"] = "actions", ["elements"] = new JsonArray(buttons) }, 0));

    private JsonNode Button(Button button)
    {
        if (button.Value.Length > SlackLimits.ButtonValue) throw new InvalidOperationException($"The value of the button {button.Action} is too long for Slack.");
        var drawn = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = SlackActionId.Of(button.Action, ++_buttons),
            ["text"] = SlackText.Plain(button.Label, SlackLimits.ButtonText),
            ["value"] = button.Value,
        };
        if (Style(button.Kind) is { } style) drawn["style"] = style;
        return drawn;
    }

    private static string? Style(ButtonKind kind) => kind switch
    {
        ButtonKind.Normal => null,
        ButtonKind.Primary => "primary",
        ButtonKind.Danger => "danger",
    };

    private static IEnumerable<SlackBlock> Sections(RichText text) => Pieces(text, Mrkdwn.Of).Select(Section);

    /// <summary>The text drawn, in pieces that each fit into a section; blank ones are left out.</summary>
    private static IEnumerable<string> Pieces(RichText text, Func<RichText, string> draw) => SplitText.Of(text, SlackLimits.Text, piece => draw(piece).Length)
        .Select(piece => draw(piece).Trim('\n'))
        .Where(drawn => !string.IsNullOrWhiteSpace(drawn));

    /// <summary>As few sections as the pieces fit into, a piece a line.</summary>
    private static IEnumerable<SlackBlock> Together(IEnumerable<string> pieces)
    {
        var section = "";
        foreach (var piece in pieces)
        {
            if (section.Length > 0 && section.Length + 1 + piece.Length > SlackLimits.Text)
            {
                yield return Section(section);
                section = "";
            }
            section = section.Length == 0 ? piece : $"{section}\n{piece}";
        }
        if (section.Length > 0) yield return Section(section);
    }

    private static IEnumerable<SlackBlock> Fields(IEnumerable<string> fields) => fields.Chunk(SlackLimits.Fields).Select(some => new SlackBlock(
        SlackBlockKind.Text,
        new() { ["type"] = "section", ["fields"] = new JsonArray([.. some.Select(field => (JsonNode)SlackText.Mrkdwn(field))]) },
        some.Sum(field => field.Length)));

    private static RichText Labelled(LabelledText item) => new([new Bold(item.Label), new Plain("\n"), .. item.Value.Spans]);

    private static string Bullet(RichText item) => "• " + Mrkdwn.Of(item).Replace("\n", "\n   ", StringComparison.Ordinal);

    private static string Quoted(RichText text) => "> " + Mrkdwn.Of(text).Replace("\n", "\n> ", StringComparison.Ordinal);
}
