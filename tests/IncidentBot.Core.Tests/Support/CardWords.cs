using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Tests.Support;

/// <summary>A card as the words that a person reads, a line a block.</summary>
public sealed class CardWords : ICardRenderer<string>
{
    private static readonly CardWords Instance = new();

    public static string Of(Card card) => string.Join('\n', card.Blocks.Select(block => block.Accept(Instance)));

    public string Heading(Heading block) => block.Text;

    public string Paragraph(Paragraph block) => block.Text.ToPlainText();

    public string Bullets(Bullets block) => string.Join('\n', block.Items.Select(item => "• " + item.ToPlainText()));

    public string Facts(Facts block) => string.Join('\n', block.Items.Select(item => $"{item.Label}: {item.Value.ToPlainText()}"));

    public string Quote(Quote block) => $"“{block.Text}” {block.Byline.ToPlainText()}";

    public string Table(Table block) => string.Join('\n', block.Rows.Prepend([.. block.Columns.Select(column => (RichText)column)]).Select(row => string.Join(" | ", row.Select(cell => cell.ToPlainText()))));

    public string Choices(Choices block) => string.Join(' ', block.Buttons.Select(button => $"[{button.Label}]"));
}
